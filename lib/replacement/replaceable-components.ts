const replaceable = new WeakSet<object>();

/** Notes that a component may be replaced: what refers to it follows. */
export function allowToBeReplaced(component: object): void {
  replaceable.add(component);
}

/** Whether something is a component that may be replaced. */
export function mayBeReplaced(component: object): boolean {
  return replaceable.has(component);
}
