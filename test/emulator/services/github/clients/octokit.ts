// Uses GitHub's own client as a program would, and says what each step gave.
import { text } from "node:stream/consumers";
import { EnvHttpProxyAgent, fetch as fetchByUndici } from "undici";

/** What the test tells this script. */
export interface OctokitInput {
  token: string;
  readerToken: string;
}

const conversation = { owner: "contoso", repo: "payments", issue_number: 1 };

async function main(): Promise<void> {
  const { Octokit } = await import("@octokit/rest");
  const input = JSON.parse(await text(process.stdin)) as OctokitInput;
  const dispatcher = new EnvHttpProxyAgent();
  const fetchByProxy = (url: string, init: object) => fetchByUndici(url, { ...init, dispatcher });
  const connect = (auth: string) => new Octokit({ auth, request: { fetch: fetchByProxy } });
  const { issues } = connect(input.token).rest;
  const created = await issues.createComment({ ...conversation, body: "hello" });
  const comment = { owner: "contoso", repo: "payments", comment_id: created.data.id };
  for (let index = 0; index < 120; index += 1) await issues.createComment({ ...conversation, body: `${index}` });
  const updated = await issues.updateComment({ ...comment, body: "better" });
  const octokit = connect(input.token);
  const all = await octokit.paginate(octokit.rest.issues.listComments, { ...conversation, per_page: 100 });
  const attempt = async (step: Promise<unknown>): Promise<unknown> => {
    try {
      await step;
      return "done";
    } catch (error) {
      const { status, message } = error as { status: number; message: string };
      return { status, message };
    }
  };
  const reader = connect(input.readerToken).rest;
  const result = {
    created: { status: created.status, login: created.data.user?.login, type: created.data.user?.type },
    updated: updated.data.body,
    count: all.length,
    first: all[0]?.body,
    deleted: (await issues.deleteComment(comment)).status,
    gone: await attempt(issues.getComment(comment)),
    tooLong: await attempt(issues.createComment({ ...conversation, body: "x".repeat(65_537) })),
    refused: await attempt(reader.issues.createComment({ ...conversation, body: "x" })),
    self: await attempt(reader.users.getAuthenticated()),
  };
  process.stdout.write(JSON.stringify(result));
}

void main();
