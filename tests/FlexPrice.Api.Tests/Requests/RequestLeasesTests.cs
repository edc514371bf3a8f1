using FlexPrice.Api.Requests;
using FlexPrice.Application.Abstractions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace FlexPrice.Api.Tests.Requests;

[Collection(RequestQueueTests.ThatAreShed)]
public sealed class RequestLeasesTests
{
    private readonly RequestQueue _queue = new(new LoadLimit(AtOnce: 8, Waiting: 0, BodyBytes: 1024));

    [Fact]
    public async Task Answer_WhenItIsTakenSlowlyAndAnotherTenantNeedsThePlace_IsCutOff()
    {
        var slow = new List<(RequestLeases Shares, Connection Connection)>();
        for (var i = 0; i < 8; i++)
        {
            var (shares, connection) = await AnsweringAsync();
            slow.Add((shares, connection));
        }

        (await new RequestLeases(_queue).AcquirePermitAsync("b", CancellationToken.None)).ShouldNotBeNull();

        await Task.WhenAny(slow.Select(request => request.Connection.Cut)).WaitAsync(TimeSpan.FromSeconds(10));
        slow.ForEach(request => request.Shares.Dispose());
        slow.Count(request => request.Connection.Cut.IsCompleted).ShouldBe(1);
    }

    [Fact]
    public async Task Request_WhenItHasBegunItsWork_IsNeverTurnedAway()
    {
        var working = new RequestLeases(_queue);
        (await working.AcquirePermitAsync("a", CancellationToken.None))!.Dispose();
        var others = Enumerable.Range(0, 7).Select(_ => _queue.TryEnter("a")!).ToList();
        others.ForEach(share => share.TryPreventRevocation().ShouldBeTrue());
        _queue.TryEnter("a").ShouldBeNull("The tenant has all places.");

        (await working.AcquirePermitAsync("a", CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Request_WhenItWaitsAndAnotherTenantNeedsItsPlace_IsTurnedAway()
    {
        var queue = new RequestQueue(new LoadLimit(AtOnce: 1, Waiting: 3, BodyBytes: 1024));
        var first = await new RequestLeases(queue).AcquirePermitAsync("a", CancellationToken.None);
        var waiting = Enumerable.Range(0, 3).Select(_ => new RequestLeases(queue).AcquirePermitAsync("a", CancellationToken.None).AsTask()).ToList();

        var other = new RequestLeases(queue).AcquirePermitAsync("b", CancellationToken.None).AsTask();

        (await waiting[2].WaitAsync(TimeSpan.FromSeconds(10))).ShouldBeNull();
        first!.Dispose();
        (await other.WaitAsync(TimeSpan.FromSeconds(10))).ShouldNotBeNull();
        waiting.Take(2).ShouldAllBe(request => !request.IsCompleted);
    }

    [Fact]
    public async Task Strangers_HoweverManyThereAre_TakeAnEighthOfTheTurnsAndNoPlaceOfATenantAndOnlySoManyWait()
    {
        var strangers = Enumerable.Range(0, 1000).Select(number => _queue.AcquireUnknownCallerPermitAsync($"{number % 3}", CancellationToken.None).AsTask()).ToList();

        var tenants = Enumerable.Range(0, 7).Select(_ => _queue.TryAcquirePermit("a")).ToList();

        tenants.ShouldAllBe(turn => turn != null);
        await Poll.UntilAsync(() => Task.FromResult(strangers.Count(turn => !turn.IsCompleted)), waiting => waiting == 7, "all but the places to be turned away");
        (await Task.WhenAll(strangers.Where(turn => turn.IsCompleted))).Count(turn => turn is not null).ShouldBe(1);
        Enumerable.Range(0, 8).ShouldAllBe(_ => _queue.TryEnter("a") != null);
    }

    [Fact]
    public async Task Stranger_WhenAnotherAddressFloods_HasTheNextTurn()
    {
        var flood = new Queue<Task<IDisposable?>>(Enumerable.Range(0, 100).Select(_ => _queue.AcquireUnknownCallerPermitAsync("flood", CancellationToken.None).AsTask()));
        var rare = _queue.AcquireUnknownCallerPermitAsync("rare", CancellationToken.None).AsTask();

        (await flood.Dequeue())!.Dispose();
        (await Task.WhenAny(flood.Peek(), rare).WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(rare);
    }

    private async Task<(RequestLeases Shares, Connection Connection)> AnsweringAsync()
    {
        var connection = new Connection();
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseFeature>(connection);
        context.Features.Set<IHttpRequestLifetimeFeature>(connection);
        var shares = new RequestLeases(_queue);
        shares.Serve(context);
        (await shares.AcquirePermitAsync("a", CancellationToken.None))!.Dispose();
        await connection.StartAsync();
        return (shares, connection);
    }

    private sealed class Connection : HttpResponseFeature, IHttpRequestLifetimeFeature
    {
        private readonly TaskCompletionSource _cut = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Func<Task> _starting = () => Task.CompletedTask;

        public Task Cut => _cut.Task;

        public CancellationToken RequestAborted { get; set; }

        public void Abort() => _cut.TrySetResult();

        public override void OnStarting(Func<object, Task> callback, object state) => _starting = () => callback(state);

        public Task StartAsync() => _starting();
    }
}
