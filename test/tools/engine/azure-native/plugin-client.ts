import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { formatStruct, parseStruct } from "../../../../tools/engine/azure-native/property-struct";
import type { PropertyMap } from "../../../../tools/engine/azure-native/property-value";

/** Calls a plugin as the engine does: each call goes through a socket. Types are given without their package. */
export class PluginClient {
  readonly #client: ResourceProviderClient;

  constructor(port: number) {
    this.#client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  }

  close(): void {
    this.#client.close();
  }

  async version(): Promise<string> {
    const info = await send((request: Empty, done: Done<{ getVersion(): string }>) => {
      this.#client.getPluginInfo(request, done);
    }, new Empty());
    return info.getVersion();
  }

  checkConfig(news: proto.CheckRequest): Promise<proto.CheckResponse> {
    return send((request: proto.CheckRequest, done: Done<proto.CheckResponse>) => {
      this.#client.checkConfig(request, done);
    }, news);
  }

  configure(variables: Readonly<Record<string, string>>): Promise<proto.ConfigureResponse> {
    const settings = new proto.ConfigureRequest().setAcceptsecrets(true);
    for (const [key, value] of Object.entries(variables)) settings.getVariablesMap().set(key, value);
    return send((request: proto.ConfigureRequest, done: Done<proto.ConfigureResponse>) => {
      this.#client.configure(request, done);
    }, settings);
  }

  async check(token: string, news: PropertyMap): Promise<{ inputs: PropertyMap; failures: string[] }> {
    const response = await send(
      (request: proto.CheckRequest, done: Done<proto.CheckResponse>) => {
        this.#client.check(request, done);
      },
      new proto.CheckRequest()
        .setUrn(urn(token))
        .setNews(formatStruct(news))
        .setRandomseed(new Uint8Array([1])),
    );
    const failures = response.getFailuresList().map((failure) => failure.getReason());
    return { inputs: parseStruct(response.getInputs()), failures };
  }

  async diff(
    token: string,
    states: { oldInputs: PropertyMap; olds: PropertyMap; news: PropertyMap },
  ): Promise<proto.DiffResponse.AsObject> {
    const response = await send(
      (request: proto.DiffRequest, done: Done<proto.DiffResponse>) => {
        this.#client.diff(request, done);
      },
      new proto.DiffRequest()
        .setUrn(urn(token))
        .setOldInputs(formatStruct(states.oldInputs))
        .setOlds(formatStruct(states.olds))
        .setNews(formatStruct(states.news)),
    );
    return response.toObject();
  }

  async create(token: string, inputs: PropertyMap, preview = false): Promise<{ id: string; outputs: PropertyMap }> {
    const response = await send(
      (request: proto.CreateRequest, done: Done<proto.CreateResponse>) => {
        this.#client.create(request, done);
      },
      new proto.CreateRequest().setUrn(urn(token)).setProperties(formatStruct(inputs)).setPreview(preview),
    );
    return { id: response.getId(), outputs: parseStruct(response.getProperties()) };
  }

  /** Without a state this is an import. */
  async read(token: string, id: string, state?: Omit<ReadState, "id">): Promise<ReadState> {
    const known = new proto.ReadRequest().setUrn(urn(token)).setId(id);
    if (state !== undefined) known.setInputs(formatStruct(state.inputs)).setProperties(formatStruct(state.outputs));
    const response = await send((request: proto.ReadRequest, done: Done<proto.ReadResponse>) => {
      this.#client.read(request, done);
    }, known);
    const [inputs, outputs] = [parseStruct(response.getInputs()), parseStruct(response.getProperties())];
    return { id: response.getId(), inputs, outputs };
  }

  async update(token: string, news: PropertyMap, preview?: { olds: PropertyMap }): Promise<PropertyMap> {
    const response = await send(
      (request: proto.UpdateRequest, done: Done<proto.UpdateResponse>) => {
        this.#client.update(request, done);
      },
      new proto.UpdateRequest()
        .setUrn(urn(token))
        .setNews(formatStruct(news))
        .setOlds(formatStruct(preview?.olds ?? {}))
        .setPreview(preview !== undefined),
    );
    return parseStruct(response.getProperties());
  }

  async delete(token: string, id: string): Promise<void> {
    await send(
      (request: proto.DeleteRequest, done: Done<Empty>) => {
        this.#client.delete(request, done);
      },
      new proto.DeleteRequest().setUrn(urn(token)).setId(id),
    );
  }

  async invoke(token: string, args: PropertyMap): Promise<PropertyMap> {
    const response = await send(
      (request: proto.InvokeRequest, done: Done<proto.InvokeResponse>) => {
        this.#client.invoke(request, done);
      },
      new proto.InvokeRequest().setTok(`azure-native:${token}`).setArgs(formatStruct(args)),
    );
    return parseStruct(response.getReturn());
  }

  cancel(): Promise<Empty> {
    return send((request: Empty, done: Done<Empty>) => {
      this.#client.cancel(request, done);
    }, new Empty());
  }
}

interface ReadState {
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

type Done<Response> = (error: ServiceError | null, response: Response) => void;

function send<Request, Response>(
  method: (request: Request, done: Done<Response>) => void,
  request: Request,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    method(request, (error, response) => {
      if (error === null) resolve(response);
      else reject(error);
    });
  });
}

function urn(token: string): string {
  return `urn:pulumi:dev::demo::keyless:index:AzureServiceConnection$azure-native:${token}::payments`;
}
