import { type handleUnaryCall, status } from "@grpc/grpc-js";
import type { IResourceProviderServer } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as plugin from "@pulumi/pulumi/proto/plugin_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import type { AzureNativeProvider } from "./azure-native-provider";
import type { DiffResult, PropertyChange } from "./diff-inputs";
import { formatStruct, parseStruct } from "./property-struct";
import type { AutonamingOptions } from "./resource-name";

/**
 * The version that the plugin reports. The mark behind the plus sign says that it is not the official plugin, whose
 * types it follows.
 */
export const pluginVersion = "3.28.0+keyless.stand.in";

/** The methods of the engine's provider protocol that this plugin answers; gRPC refuses the others as unimplemented. */
export type ProviderService = Pick<
  IResourceProviderServer,
  | "getPluginInfo"
  | "attach"
  | "checkConfig"
  | "diffConfig"
  | "configure"
  | "check"
  | "diff"
  | "create"
  | "read"
  | "update"
  | "delete"
  | "invoke"
  | "cancel"
>;

/** Answers the engine's calls with the provider's operations. */
export function createProviderService(provider: AzureNativeProvider): ProviderService {
  return { ...createPluginMethods(provider), ...createResourceMethods(provider) };
}

function createPluginMethods(
  provider: AzureNativeProvider,
): Pick<
  ProviderService,
  "getPluginInfo" | "attach" | "checkConfig" | "diffConfig" | "configure" | "invoke" | "cancel"
> {
  return {
    getPluginInfo: unary(() => new plugin.PluginInfo().setVersion(pluginVersion)),
    attach: unary(() => new Empty()),
    // Settings go back as they came: the engine marks secrets among them, and the marks stay on.
    checkConfig: unary((request: proto.CheckRequest) => new proto.CheckResponse().setInputs(request.getNews())),
    diffConfig: unary(() => new proto.DiffResponse()),
    configure: unary(async (request: proto.ConfigureRequest) => {
      await provider.configure(Object.fromEntries(request.getVariablesMap().getEntryList()));
      // Without acceptSecrets the engine itself keeps every output secret whose input is.
      return new proto.ConfigureResponse().setSupportspreview(true).setSupportsAutonamingConfiguration(true);
    }),
    invoke: unary(async (request: proto.InvokeRequest) => {
      const result = await provider.invoke(request.getTok(), parseStruct(request.getArgs()));
      return new proto.InvokeResponse().setReturn(formatStruct(result));
    }),
    cancel: unary(() => {
      provider.cancel();
      return new Empty();
    }),
  };
}

function createResourceMethods(
  provider: AzureNativeProvider,
): Pick<ProviderService, "check" | "diff" | "create" | "read" | "update" | "delete"> {
  return {
    check: unary((request: proto.CheckRequest) => check(provider, request)),
    diff: unary((request: proto.DiffRequest) =>
      formatDiff(
        provider.diff(request.getUrn(), {
          oldInputs: parseStruct(request.getOldInputs()),
          oldOutputs: parseStruct(request.getOlds()),
          newInputs: parseStruct(request.getNews()),
        }),
      ),
    ),
    create: unary((request: proto.CreateRequest) => create(provider, request)),
    read: unary((request: proto.ReadRequest) => read(provider, request)),
    update: unary((request: proto.UpdateRequest) => update(provider, request)),
    delete: unary(async (request: proto.DeleteRequest) => {
      await provider.delete({ urn: request.getUrn(), timeout: request.getTimeout() }, request.getId());
      return new Empty();
    }),
  };
}

async function check(provider: AzureNativeProvider, request: proto.CheckRequest): Promise<proto.CheckResponse> {
  const { inputs, failures } = await provider.check({
    urn: request.getUrn(),
    olds: parseStruct(request.getOlds()),
    news: parseStruct(request.getNews()),
    randomSeed: request.getRandomseed_asU8(),
    autonaming: parseAutonaming(request.getAutonaming()),
  });
  // The official provider names the property in the reason alone; so does this one, and the engine shows the same text.
  return new proto.CheckResponse()
    .setInputs(formatStruct(inputs))
    .setFailuresList(failures.map((reason) => new proto.CheckFailure().setReason(reason)));
}

function parseAutonaming(options: proto.CheckRequest.AutonamingOptions | undefined): AutonamingOptions | undefined {
  if (options === undefined) return undefined;
  const { ENFORCE, DISABLE } = proto.CheckRequest.AutonamingOptions.Mode;
  const mode = options.getMode();
  return {
    mode: mode === DISABLE ? "disable" : mode === ENFORCE ? "enforce" : "propose",
    proposedName: options.getProposedName(),
  };
}

function formatDiff({ changes, deleteBeforeReplace }: DiffResult): proto.DiffResponse {
  const { DIFF_SOME, DIFF_NONE } = proto.DiffResponse.DiffChanges;
  const response = new proto.DiffResponse()
    .setChanges(changes.length === 0 ? DIFF_NONE : DIFF_SOME)
    .setReplacesList(changes.filter(({ replaces }) => replaces).map(({ path }) => path))
    .setDiffsList(changes.map(({ path }) => path))
    .setDeletebeforereplace(deleteBeforeReplace)
    .setHasdetaileddiff(true);
  for (const change of changes) {
    response
      .getDetaileddiffMap()
      .set(change.path, new proto.PropertyDiff().setKind(findDiffKind(change)).setInputdiff(change.fromInputs));
  }
  return response;
}

function findDiffKind({ kind, replaces }: PropertyChange): proto.PropertyDiff.Kind {
  const { ADD, ADD_REPLACE, DELETE, DELETE_REPLACE, UPDATE, UPDATE_REPLACE } = proto.PropertyDiff.Kind;
  switch (kind) {
    case "add":
      return replaces ? ADD_REPLACE : ADD;
    case "delete":
      return replaces ? DELETE_REPLACE : DELETE;
    case "update":
      return replaces ? UPDATE_REPLACE : UPDATE;
  }
}

async function create(provider: AzureNativeProvider, request: proto.CreateRequest): Promise<proto.CreateResponse> {
  const inputs = parseStruct(request.getProperties());
  const urn = request.getUrn();
  if (request.getPreview()) {
    return new proto.CreateResponse().setProperties(formatStruct(provider.previewCreate(urn, inputs)));
  }
  const { id, outputs } = await provider.create({ urn, timeout: request.getTimeout() }, inputs);
  return new proto.CreateResponse().setId(id).setProperties(formatStruct(outputs));
}

async function read(provider: AzureNativeProvider, request: proto.ReadRequest): Promise<proto.ReadResponse> {
  const resource = await provider.read(
    { urn: request.getUrn(), timeout: request.getTimeout() },
    {
      id: request.getId(),
      inputs: request.hasInputs() ? parseStruct(request.getInputs()) : undefined,
      outputs: parseStruct(request.getProperties()),
    },
  );
  // An answer without an ID tells the engine that the resource is gone.
  if (resource === undefined) return new proto.ReadResponse();
  return new proto.ReadResponse()
    .setId(request.getId())
    .setProperties(formatStruct(resource.outputs))
    .setInputs(formatStruct(resource.inputs));
}

async function update(provider: AzureNativeProvider, request: proto.UpdateRequest): Promise<proto.UpdateResponse> {
  const inputs = parseStruct(request.getNews());
  const urn = request.getUrn();
  const outputs = request.getPreview()
    ? provider.previewUpdate(urn, inputs, parseStruct(request.getOlds()))
    : await provider.update({ urn, timeout: request.getTimeout() }, inputs);
  return new proto.UpdateResponse().setProperties(formatStruct(outputs));
}

function unary<Request, Response>(
  answer: (request: Request) => Response | Promise<Response>,
): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    Promise.resolve()
      .then(() => answer(call.request))
      .then(
        (response) => {
          callback(null, response);
        },
        (error: unknown) => {
          callback({ code: status.UNKNOWN, details: formatFailure(error) });
        },
      );
  };
}

function formatFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.name === "TimeoutError" ? "operation timed out" : error.message;
}
