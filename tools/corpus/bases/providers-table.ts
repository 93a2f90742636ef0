import type { CorpusBase, CorpusCase } from "../corpus-case";
import { nameResource, type State } from "../state";

/** The state that the stack would have if an explicit provider had worked elsewhere until now. */
function moveProvider(provider: string, name: string, value: string): (state: State) => State {
  return ({ deployment, ...state }) => ({
    ...state,
    deployment: {
      ...deployment,
      resources: deployment.resources.map((resource) =>
        nameResource(resource.urn) === provider
          ? {
              ...resource,
              inputs: { ...resource.inputs, [name]: value },
              outputs: { ...resource.outputs, [name]: value },
            }
          : resource,
      ),
    },
  });
}

const switched: Pick<CorpusCase, "access" | "classes"> = { access: "widens", classes: ["providerTarget"] };

/** Explicit providers: where they work decides where everything lands that they manage. */
export const providersBase: CorpusBase = {
  name: "providers",
  cases: [
    {
      name: "first-deployment",
      isFirst: true,
      access: "widens",
      classes: ["providerTarget", "identity", "roleAssignment", "pipelinePermission"],
    },
    { name: "unchanged", access: "same", classes: [] },
    // Only the clouds that the emulator has can be signed in to: the other ones are those of before.
    {
      name: "tenant-switched",
      editState: moveProvider("azuread/directory", "tenantId", "0f0f0f0f-3333-4444-8555-666666666666"),
      ...switched,
    },
    {
      name: "subscription-switched",
      editState: moveProvider("azure-native/azure", "subscriptionId", "0f0f0f0f-7777-4888-8999-aaaaaaaaaaaa"),
      ...switched,
    },
    {
      name: "organization-switched",
      editState: moveProvider("azuredevops/organization", "orgServiceUrl", "https://dev.azure.com/fabrikam"),
      ...switched,
    },
    {
      name: "provider-renamed-with-alias",
      edits: [
        {
          find: `new azuread.Provider("directory", { tenantId: config.require("tenantId") })`,
          replace: `new azuread.Provider("entra", { tenantId: config.require("tenantId") }, { aliases: [{ name: "directory" }] })`,
        },
      ],
      access: "same",
      classes: [],
    },
  ],
};
