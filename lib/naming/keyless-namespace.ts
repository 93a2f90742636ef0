/**
 * The namespace (RFC 9562, version 5) of every name that this package computes. It was drawn at random once and can never change:
 * role assignments in Azure bear names made with it.
 */
export const keylessNamespace = "e84c7d84-8a59-4d9f-b429-f3abaaad1560";
