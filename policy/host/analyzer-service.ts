import { status, type handleUnaryCall, type UntypedServiceImplementation } from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeDiagnostic,
  AnalyzeResponse,
  AnalyzerHandshakeResponse,
  AnalyzerStackConfigureResponse,
  RemediateResponse,
  type AnalyzeRequest,
  type AnalyzeStackRequest,
  type ConfigureAnalyzerRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { judgeStack } from "../judge-stack";
import { packageVersion } from "../package-version";
import { formatDay } from "../settings/day";
import { parseSettings, SettingsError, type GivenSettings } from "../settings/parse-settings";
import type { PackSettings } from "../settings/policy-settings";
import type { Violation } from "../violation";
import { describePack, packName } from "./describe-pack";
import { enforcementLevels, readEnforcement, severities } from "./engine-levels";
import { readResources } from "./read-resources";

// That of the SDK's own copy of the library: it refuses an equal class of another copy. Its types do not name it.
const { responseType: Empty } = AnalyzerService.configure as unknown as { readonly responseType: new () => unknown };

/** What the engine asks of an analyzer in one run: first for each resource that the program registers, then for the stack. */
export function createAnalyzerService(today = formatDay(new Date())): UntypedServiceImplementation {
  const registrations = new Map<string, AnalyzeRequest>();
  let settings: PackSettings = parseSettings(new Map(), today);
  return {
    handshake: answer(() => new AnalyzerHandshakeResponse()),
    getPluginInfo: answer(() => new PluginInfo().setVersion(packageVersion)),
    getAnalyzerInfo: answer(describePack),
    configureStack: answer(() => new AnalyzerStackConfigureResponse()),
    configure: answer((request: ConfigureAnalyzerRequest) => {
      settings = parseSettings(readSettings(request), today);
      return new Empty();
    }),
    // The engine tells a stack's outputs at the end; what the program gives, it tells only here.
    analyze: answer((request: AnalyzeRequest) => {
      registrations.set(request.getUrn(), request);
      return new AnalyzeResponse();
    }),
    remediate: answer(() => new RemediateResponse()),
    analyzeStack: answer((request: AnalyzeStackRequest) => {
      const resources = readResources(request.getResourcesList(), registrations);
      return new AnalyzeResponse().setDiagnosticsList(
        judgeStack({ resources, settings, today }).map(describeViolation),
      );
    }),
    cancel: answer(() => new Empty()),
  };
}

function readSettings(request: ConfigureAnalyzerRequest): ReadonlyMap<string, GivenSettings> {
  const given = new Map<string, GivenSettings>();
  request.getPolicyconfigMap().forEach((config, policy) => {
    given.set(policy, {
      enforcement: readEnforcement(config.getEnforcementlevel()),
      properties: config.getProperties()?.toJavaScript() ?? {},
    });
  });
  return given;
}

function describeViolation({ policy, urn, message, enforcement, level }: Violation): AnalyzeDiagnostic {
  return new AnalyzeDiagnostic()
    .setPolicyname(policy)
    .setPolicypackname(packName)
    .setPolicypackversion(packageVersion)
    .setUrn(urn ?? "")
    .setMessage(message)
    .setEnforcementlevel(enforcementLevels[enforcement])
    .setSeverity(severities[level]);
}

function answer<Request, Response>(handle: (request: Request) => Response): handleUnaryCall<Request, Response> {
  return (call, callback) => {
    let response: Response;
    try {
      response = handle(call.request);
    } catch (error) {
      callback(describeFailure(error));
      return;
    }
    callback(null, response);
  };
}

/** The engine ends the run with this. An unforeseen error's message may hold a value of the stack: only its name is told. */
function describeFailure(error: unknown): { code: status; details: string } {
  if (error instanceof SettingsError) {
    return { code: status.INVALID_ARGUMENT, details: error.message };
  }
  const kind = error instanceof Error ? error.name : typeof error;
  return {
    code: status.INTERNAL,
    details: `The policies of pulumi-keyless could not be applied (${kind}). This is a defect of pulumi-keyless: please report it.`,
  };
}
