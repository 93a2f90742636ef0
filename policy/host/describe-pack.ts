import {
  AnalyzerInfo,
  PolicyComplianceFramework,
  PolicyConfigSchema,
  PolicyInfo,
  PolicyType,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { z } from "zod";
import { ruleNames, rulesTable, type RuleName } from "../../analysis/rules/rules-table";
import { findPage } from "../find-page";
import { packageVersion } from "../package-version";
import { createSettingsSchema, findDefaultEnforcement } from "../settings/settings-table";
import { enforcementLevels, severities } from "./engine-levels";

/** Under this name messages of the pack stand in the engine's output. */
export const packName = "keyless";

/** Tells the engine what the pack is and which policies it has. */
export function describePack(): AnalyzerInfo {
  return new AnalyzerInfo()
    .setName(packName)
    .setDisplayname("Keyless")
    .setVersion(packageVersion)
    .setDescription("Finds what lets somebody in who should not get in. The same rules as in the access report.")
    .setProvider("azure")
    .setTagsList(["azure", "azure-devops", "workload-identity-federation"])
    .setSupportsconfig(true)
    .setPoliciesList(ruleNames.map(describePolicy));
}

function describePolicy(rule: RuleName): PolicyInfo {
  const { title, reason, fix, level, owasp } = rulesTable[rule];
  return new PolicyInfo()
    .setName(rule)
    .setDisplayname(title)
    .setDescription(`${title}. ${reason}`)
    .setRemediationSteps(fix)
    .setUrl(findPage(rule))
    .setSeverity(severities[level])
    .setEnforcementlevel(enforcementLevels[findDefaultEnforcement(rule)])
    .setPolicyType(PolicyType.POLICY_TYPE_STACK)
    .setTagsList([...owasp])
    .setFramework(
      new PolicyComplianceFramework()
        .setName("OWASP Top 10 CI/CD Security Risks")
        .setVersion("2022")
        .setReference("https://owasp.org/www-project-top-10-ci-cd-security-risks/")
        .setSpecification(owasp.join(", ")),
    )
    .setConfigschema(describeSettings(rule));
}

/** The engine checks settings against this before the run, and fills in the defaults. */
function describeSettings(rule: RuleName): PolicyConfigSchema {
  const { properties = {} } = z.toJSONSchema(createSettingsSchema(rule), { target: "draft-7", io: "input" });
  return new PolicyConfigSchema().setProperties(Struct.fromJavaScript(properties));
}
