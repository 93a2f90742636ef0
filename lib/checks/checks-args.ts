import type * as pulumi from "@pulumi/pulumi";
import type { MemberArgs } from "../members/member-args";
import type { CompletionEvent } from "./completion-event";
import type { DayOfWeek } from "./day-of-week";
import type { HttpMethod } from "./http-method";
import type { RepositoryType } from "./repository-type";

/** Somebody who is asked to approve. */
export type ApproverArgs = MemberArgs;

/**
 * Somebody has to approve each run that uses the connection.
 *
 * See https://learn.microsoft.com/azure/devops/pipelines/process/approvals#approvals
 */
export interface ApprovalCheckArgs {
  /** Who is asked, each of them once. Of a group or team, any one member answers for all. */
  approvers: ApproverArgs[];

  /** How many of the approvers have to approve: at least 1. Default: all of them. */
  minimumApprovers?: number;

  /**
   * Whether whoever started the run may approve it too. Default: `false`. `true` loosens the check: one person alone can then
   * bring a change to where the connection leads.
   */
  requesterMayApprove?: boolean;

  /** What the approvers are to look at. They see it with the request. Default: nothing. */
  instructions?: pulumi.Input<string>;

  /** After how many minutes without approval the run is refused, up to 43200 (30 days). Default: 43200. */
  timeoutMinutes?: number;
}

/**
 * Only runs of certain branches may use the connection. It looks at every repository and pipeline that the run takes something
 * from.
 *
 * See https://learn.microsoft.com/azure/devops/pipelines/process/approvals#branch-control
 */
export interface BranchControlCheckArgs {
  /**
   * The branches or tags by their whole names, such as `refs/heads/main`; a star stands for any characters, as in
   * `refs/heads/release/*`. Whoever can push a branch that fits can run anything with the connection.
   */
  allowedBranches: string[];

  /**
   * Whether the branch has to be protected as well, so that nobody changes it without a review: by branch policies in Azure Repos,
   * or by branch protection at GitHub. Default: `true`. `false` loosens the check: whoever may push to an allowed branch can then
   * run anything with the connection.
   */
  requireProtectedBranch?: boolean;

  /**
   * Whether a branch passes of which Azure DevOps cannot find out whether it is protected: one in a repository elsewhere, for
   * example. Default: `false`. `true` loosens the check, and has a meaning only where the branch has to be protected.
   */
  allowUnknownProtection?: boolean;

  /**
   * Whether `allowedBranches` may hold patterns that fit whatever branch somebody pushes, such as `refs/heads/*`. Default: `false`,
   * and such patterns are refused. `true` loosens the check; what is left of it is the protection of the branch.
   */
  allowEveryBranch?: boolean;

  /** After how many minutes the check gives up, up to 43200 (30 days). Default: 1440 (a day). */
  timeoutMinutes?: number;
}

/** A template that pipelines have to extend. */
export interface RequiredTemplateArgs {
  /** Where the repository is kept. Default: `azuregit` (Azure Repos). */
  repositoryType?: RepositoryType;

  /** Name of the repository, with its project in Azure Repos or its owner elsewhere: `payments/pipeline-templates`. */
  repositoryName: pulumi.Input<string>;

  /**
   * The branch or tag of the template by its whole name, such as `refs/heads/main`. Whoever may change it changes what the check
   * demands: protect it.
   */
  repositoryRef: pulumi.Input<string>;

  /** Path of the template in the repository, such as `deploy/production.yml`. */
  templatePath: pulumi.Input<string>;
}

/**
 * Only pipelines that extend one of certain templates may use the connection.
 *
 * See https://learn.microsoft.com/azure/devops/pipelines/process/approvals#required-template
 */
export interface RequiredTemplateCheckArgs {
  /** The templates. */
  templates: RequiredTemplateArgs[];
}

/**
 * Only one run at a time may use the connection. What becomes of the runs that wait is said by `lockBehavior` in the pipeline.
 *
 * See https://learn.microsoft.com/azure/devops/pipelines/process/approvals#exclusive-lock
 */
export interface ExclusiveLockCheckArgs {
  /** After how many minutes of waiting a run is refused, up to 43200 (30 days). Default: 43200. */
  timeoutMinutes?: number;
}

/**
 * Runs may use the connection at certain hours only; others wait for them.
 *
 * See https://learn.microsoft.com/azure/devops/pipelines/process/approvals#business-hours
 */
export interface BusinessHoursCheckArgs {
  /** The days, each of them once. */
  days: DayOfWeek[];

  /** From when, as `HH:MM` with 24 hours, such as `09:00`. */
  startTime: string;

  /** Until when, as `HH:MM` with 24 hours, later on the same day than `startTime`. */
  endTime: string;

  /**
   * The time zone by the name that Windows gives it, such as `UTC` or `W. Europe Standard Time`.
   *
   * Names are listed at https://learn.microsoft.com/windows-hardware/manufacture/desktop/default-time-zones
   */
  timeZone: string;

  /** After how many minutes of waiting a run is refused, up to 43200 (30 days). Default: 1440 (a day). */
  timeoutMinutes?: number;
}

/**
 * Another service is asked through its REST API whether a run may use the connection.
 *
 * It is called through another service connection, which exactly one of `azureConnection` and `genericConnection` names. No
 * argument takes a secret: what the call signs in with belongs into that connection, or into a variable group.
 *
 * See https://learn.microsoft.com/azure/devops/pipelines/process/approvals#invoke-rest-api
 */
export interface RestApiCheckArgs {
  /** Name of a service connection to Azure: the call goes to Azure Resource Manager and carries a token of it. */
  azureConnection?: pulumi.Input<string>;

  /** Name of a service connection of the kind generic: the call goes to its address. */
  genericConnection?: pulumi.Input<string>;

  /** Name of the check, for people. Default: `Invoke REST API`. */
  displayName?: string;

  /** The method. Default: `POST`. */
  method?: HttpMethod;

  /** What comes after the connection's address: path and query. A credential in it has to be a variable, such as `$(key)`. */
  urlSuffix?: string;

  /**
   * Headers by name. A header that carries a credential, such as `Authorization`, has to take it from a variable:
   * `Bearer $(token)`. With `completionEvent` `Callback`, the called service needs those that the page of the vendor names, such as
   * `AuthToken` with `$(system.AccessToken)`. Default: none.
   */
  headers?: Record<string, string>;

  /**
   * Body of the call. A property of JSON, or of a form, that carries a credential, such as `password`, has to take it from a
   * variable: `$(token)`. Default: none.
   */
  body?: string;

  /** What decides. Default: `Callback`. */
  completionEvent?: CompletionEvent;

  /**
   * Which answers pass, with `completionEvent` `ApiResponse`, as an expression: `eq(root['status'], 'approved')`. Default: every
   * answer that is not an error passes, whatever it says.
   */
  successCriteria?: string;

  /**
   * Minutes between two calls, with `completionEvent` `ApiResponse`: 0, or at least a tenth of `timeoutMinutes`. Default: 0, which
   * calls once.
   */
  retryIntervalMinutes?: number;

  /** Name of the variable group that the variables come from. */
  variableGroup?: pulumi.Input<string>;

  /** After how many minutes without an answer that passes the run is refused, up to 43200 (30 days). Default: 1440 (a day). */
  timeoutMinutes?: number;
}

/**
 * Approvals and checks: what must be true before a run may use the connection. Of each kind one can be declared; a run has to pass
 * all of them.
 *
 * They protect the connection against pipelines. Administrators of the connection can take them away: see `connectionRoles`.
 */
export interface ChecksArgs {
  /** Somebody has to approve each run. */
  approval?: ApprovalCheckArgs;

  /** Only runs of certain branches pass. */
  branchControl?: BranchControlCheckArgs;

  /** Only pipelines that extend a certain template pass. */
  requiredTemplate?: RequiredTemplateCheckArgs;

  /** Only one run at a time passes. */
  exclusiveLock?: ExclusiveLockCheckArgs;

  /** Runs pass at certain hours only. */
  businessHours?: BusinessHoursCheckArgs;

  /** Another service is asked. */
  restApi?: RestApiCheckArgs;
}
