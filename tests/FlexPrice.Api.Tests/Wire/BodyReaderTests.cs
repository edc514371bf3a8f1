using System.Buffers;
using System.Runtime.InteropServices;
using FlexPrice.Api.Requests;
using FlexPrice.Api.Tests.Requests;
using FlexPrice.Api.Wire;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Telemetry;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace FlexPrice.Api.Tests.Wire;

[Collection(RequestQueueTests.ThatAreShed)]
public sealed class BodyReaderTests
{
    [Fact]
    public async Task Request_WhenItsBodyIsTurnedAwayTwice_IsTurnedAwayAndCountedOnce()
    {
        using var shed = new Counted(FlexPriceTelemetry.RequestsShed);
        var context = Sending(Stream.Null, bytes: BodyBuffer.Overhead - 1);

        (await BodyReader.ReadAsync(context)).Error.ShouldNotBeNull().Message.ShouldBe("Too many requests are waiting");
        (await BodyReader.ReadAsync(context)).Error.ShouldNotBeNull();

        context.RequestServices.GetRequiredService<RequestLeases>().IsRejected.ShouldBeTrue();
        shed.Value.ShouldBe(1);
    }

    // The pool hands the buffer that was returned last to who asks next in the same thread.
    [Fact]
    public async Task Buffer_WhenTheCallerLeavesInTheMidstOfItsBody_IsGivenBack()
    {
        var body = new Leaving();
        var context = Sending(body, bytes: 1024 * 1024);

        var reading = BodyReader.ReadAsync(context);
        var next = ArrayPool<byte>.Shared.Rent(body.Given.ShouldNotBeNull().Length);

        ReferenceEquals(next, body.Given).ShouldBeTrue();
        await Should.ThrowAsync<OperationCanceledException>(reading);
        context.RequestServices.GetRequiredService<RequestQueue>().Bytes.ShouldBe(0);
    }

    private static DefaultHttpContext Sending(Stream body, long bytes)
    {
        var caller = Substitute.For<ICaller>();
        caller.Scope.Returns(new EnvironmentScope(TenantId.From("tenant_1"), EnvironmentId.From("env_1")));
        var services = new ServiceCollection().AddSingleton(caller).AddSingleton(new RequestQueue(new LoadLimit(AtOnce: 1, Waiting: 0, bytes))).AddSingleton<RequestLeases>();
        var context = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
        context.Request.Method = HttpMethods.Post;
        context.Request.ContentType = "application/json";
        context.Request.Body = body;
        return context;
    }

    private sealed class Leaving : MemoryStream
    {
        public byte[]? Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            MemoryMarshal.TryGetArray<byte>(buffer, out var given).ShouldBeTrue();
            Given = given.Array;
            throw new OperationCanceledException();
        }
    }
}
