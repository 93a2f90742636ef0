import { createLimit } from "../../../tools/corpus/create-limit";

interface Task {
  readonly run: () => Promise<void>;
  readonly finish: (error?: Error) => void;
  started: boolean;
}

function createTask(): Task {
  const { promise, resolve, reject } = newPromise();
  const task: Task = {
    started: false,
    run: () => {
      task.started = true;
      return promise;
    },
    finish: (error) => {
      if (error) reject(error);
      else resolve();
    },
  };
  return task;
}

function newPromise(): { promise: Promise<void>; resolve: () => void; reject: (error: Error) => void } {
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  const promise = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject };
  });
  if (settle === undefined) throw new Error("a promise calls its executor at once");
  return { promise, ...settle };
}

it("runs no more tasks than allowed, each in its turn, also after one that failed", async () => {
  const limit = createLimit(2);
  const tasks = [createTask(), createTask(), createTask(), createTask()] as const;
  const runs = tasks.map(({ run }) => limit(run));
  const listStarted = (): readonly boolean[] => tasks.map(({ started }) => started);
  expect(listStarted()).toEqual([true, true, false, false]);
  tasks[1].finish(new Error("broken"));
  await expect(runs[1]).rejects.toThrow("broken");
  expect(listStarted()).toEqual([true, true, true, false]);
  tasks[0].finish();
  await runs[0];
  expect(listStarted()).toEqual([true, true, true, true]);
  tasks[2].finish();
  tasks[3].finish();
  await Promise.all([runs[2], runs[3]]);
});
