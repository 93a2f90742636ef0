/** Whose Markdown: that of comments in Azure Repos, or that of GitHub. */
export type MarkdownDialect = "azure-devops" | "github";
