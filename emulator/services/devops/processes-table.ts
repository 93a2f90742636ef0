/** One process of an organization's boards; a project follows one. */
export interface Process {
  id: string;
  name: string;
  description: string;
  isDefault: boolean;
}

/** Agile, which a project follows when it names none. */
export const defaultProcessId = "adcc42ab-9882-485e-a3ed-7678f01f66bc";

/** The system processes. Their ids are the same in every organization (observed in the vendor's samples and clients). */
export const processes: readonly Process[] = [
  { id: defaultProcessId, name: "Agile", description: "Plans and tracks user stories.", isDefault: true },
  {
    id: "6b724908-ef14-45cf-84f8-768b5384da45",
    name: "Scrum",
    description: "Plans and tracks product backlog items.",
    isDefault: false,
  },
  {
    id: "27450541-8e31-4150-9947-dc59f998fc01",
    name: "CMMI",
    description: "Plans and tracks requirements with change control.",
    isDefault: false,
  },
  {
    id: "b8a3a935-7e91-48b8-a94c-606d37c3e9f2",
    name: "Basic",
    description: "Plans and tracks issues.",
    isDefault: false,
  },
];
