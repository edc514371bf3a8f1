namespace FlexPrice.Api.Tests.Harness;

/// <summary>A program that also works on its outbox, so that deletions reach <c>completed</c>.</summary>
public sealed class WorkingApiFixture() : ApiFixture("all");
