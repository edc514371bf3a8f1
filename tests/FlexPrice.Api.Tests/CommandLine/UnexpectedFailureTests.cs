using FlexPrice.Api.CommandLine;
using Npgsql;

namespace FlexPrice.Api.Tests.CommandLine;

public sealed class UnexpectedFailureTests
{
    [Fact]
    public void Failure_WhenNobodyForesawIt_IsOneSentenceWithoutItsOwnWords()
    {
        var failure = new PostgresException("duplicate key (email)=(ada@example.com)", "ERROR", "ERROR", "23505");

        var sentence = UnexpectedFailure.Describe(failure, withTrace: false);

        sentence.ShouldContain("Npgsql.PostgresException (SQLSTATE 23505)");
        sentence.ShouldContain("--trace");
        sentence.ShouldNotContain("ada@example.com");
        sentence.ShouldNotContain("\n");
        UnexpectedFailure.Describe(failure, withTrace: true).ShouldContain("ada@example.com", Case.Sensitive, "who asks for everything gets it");
    }
}
