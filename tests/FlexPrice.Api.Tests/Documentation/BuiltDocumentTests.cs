using FlexPrice.Api.Documentation;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NSubstitute;

namespace FlexPrice.Api.Tests.Documentation;

public sealed class BuiltDocumentTests
{
    [Fact]
    public async Task Document_HoweverManyAskForIt_IsBuiltOnce()
    {
        var documents = Substitute.For<IOpenApiDocumentProvider>();
        documents.GetOpenApiDocumentAsync(Arg.Any<CancellationToken>()).Returns(new OpenApiDocument { Info = new OpenApiInfo { Title = "t", Version = "v1" } });
        var built = new BuiltDocument(documents);

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(built.AnswerAsync)));

        await documents.Received(1).GetOpenApiDocumentAsync(Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Document_WhenItCouldNotBeBuilt_IsBuiltForWhoAsksNext()
    {
        var documents = Substitute.For<IOpenApiDocumentProvider>();
        documents.GetOpenApiDocumentAsync(Arg.Any<CancellationToken>())
            .Returns(_ => throw new TimeoutException(), _ => new OpenApiDocument { Info = new OpenApiInfo { Title = "t", Version = "v1" } });
        var built = new BuiltDocument(documents);

        await Should.ThrowAsync<TimeoutException>(built.AnswerAsync);

        (await built.AnswerAsync()).ShouldNotBeNull();
    }
}
