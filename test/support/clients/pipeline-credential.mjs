// A step of a pipeline that gets an access token through a service connection, with Microsoft's own client.
import { AzurePipelinesCredential } from "@azure/identity";
import { readVariable } from "./read-variable.mjs";

const credential = new AzurePipelinesCredential(
  readVariable("CLIENT_TENANT_ID"),
  readVariable("CLIENT_ID"),
  readVariable("CONNECTION_ID"),
  readVariable("SYSTEM_ACCESSTOKEN"),
  { retryOptions: { maxRetries: 0 } },
);

const { token } = await credential.getToken(readVariable("SCOPE"));
process.stdout.write(token);
