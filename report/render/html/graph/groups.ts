/** Sorts ids into groups: joined ids are in one. */
export class Groups {
  readonly #parents = new Map<string, string>();

  /** Puts the groups of two ids together. */
  join(a: string, b: string): void {
    this.#parents.set(this.find(b), this.find(a));
  }

  /** Finds the id that stands for the group. */
  find(id: string): string {
    let root = id;
    for (let parent = this.#parents.get(root); parent !== undefined && parent !== root;) {
      root = parent;
      parent = this.#parents.get(root);
    }
    for (let step = id; step !== root;) {
      const next = this.#parents.get(step) ?? root;
      this.#parents.set(step, root);
      step = next;
    }
    return root;
  }
}
