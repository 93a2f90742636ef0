import { limits } from "../../facts/limits-table";
import { type Check, joinPath } from "../arguments/check";
import { checkMap } from "../arguments/check-collection";
import { checkObject, readProperties } from "../arguments/check-object";
import { checkAll, checkOneOf } from "../arguments/check-one-of";
import { input, optional, plain } from "../arguments/check-presence";
import { checkName, checkString, checkText } from "../arguments/check-text";
import { checkChoice, checkWholeNumber } from "../arguments/check-value";
import { createProblem, type Problem } from "../errors/problem";
import type { RestApiCheckArgs } from "./checks-args";
import { checkBodyLiterals, checkHeaderLiterals, checkQueryLiterals } from "./check-credential-literals";
import { CompletionEvent } from "./completion-event";
import { HttpMethod } from "./http-method";
import { checkTimeout, shortTimeout } from "./timeout";

/** Azure DevOps calls at most this often before the check times out. */
const mostCalls = 10;

const checkHeaderName = checkName({
  of: "a header",
  requirement: "letters, digits and hyphens",
  // The token of RFC 9110, section 5.6.2.
  isValid: (name) => /^[!#$%&'*+.^`|~\w-]+$/.test(name),
});

/** Checks the arguments of a check that calls a REST API. */
export const checkRestApi: Check = checkAll(
  checkObject<RestApiCheckArgs>({
    azureConnection: optional(input(checkText())),
    genericConnection: optional(input(checkText())),
    displayName: optional(plain("the name", checkText())),
    method: optional(
      plain(
        "the method",
        checkChoice({
          of: "a method of HTTP that Azure DevOps uses",
          known: Object.values(HttpMethod),
          requirement: "a method in capital letters, such as POST",
        }),
      ),
    ),
    urlSuffix: optional(plain("the path and query", checkText(checkQueryLiterals))),
    headers: optional(
      plain("the headers", checkAll(checkMap(checkHeaderName, plain("the value", checkString)), checkHeaderLiterals)),
    ),
    body: optional(plain("the body", checkText(checkBodyLiterals))),
    completionEvent: optional(
      plain(
        "what decides",
        checkChoice({
          of: "something that can decide a check",
          known: Object.values(CompletionEvent),
          requirement: "Callback or ApiResponse",
        }),
      ),
    ),
    successCriteria: optional(plain("the expression", checkText())),
    retryIntervalMinutes: optional(
      plain(
        "the number of minutes",
        checkWholeNumber({ minimum: 0, maximum: limits.checkTimeout.value, unit: "minutes" }),
      ),
    ),
    variableGroup: optional(input(checkText())),
    timeoutMinutes: optional(plain("the number of minutes", checkTimeout)),
  }),
  checkOneOf("azureConnection", "genericConnection"),
  checkAnswerMatters,
  checkRetryInterval,
);

function checkAnswerMatters(path: string, value: unknown): readonly Problem[] {
  const properties = readProperties(value);
  if ((properties?.get("completionEvent") ?? CompletionEvent.Callback) !== CompletionEvent.Callback) {
    return [];
  }
  return ["successCriteria", "retryIntervalMinutes"]
    .filter((name) => properties?.has(name))
    .map((name) =>
      createProblem(joinPath(path, name), "argument-without-effect", {
        because: "the called service decides by calling back, which is the default of completionEvent",
      }),
    );
}

function checkRetryInterval(path: string, value: unknown): readonly Problem[] {
  const properties = readProperties(value);
  const interval = properties?.get("retryIntervalMinutes");
  const timeout = properties?.get("timeoutMinutes") ?? shortTimeout;
  if (typeof interval !== "number" || typeof timeout !== "number" || interval === 0) {
    return [];
  }
  const minimum = Math.ceil(timeout / mostCalls);
  return interval > 0 && interval < minimum
    ? [createProblem(joinPath(path, "retryIntervalMinutes"), "retry-too-often", { minimum, timeout })]
    : [];
}
