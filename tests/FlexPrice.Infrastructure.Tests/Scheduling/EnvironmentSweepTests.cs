using FlexPrice.Testing.Logs;
using Microsoft.Extensions.Logging.Testing;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Deletions.ForgetExpiredFences;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Scheduling;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace FlexPrice.Infrastructure.Tests.Scheduling;

public abstract class EnvironmentSweepTests : IAsyncLifetime
{
    private const int FullBatch = 2;

    private static readonly ForgetExpiredFencesCommand Command = new(FullBatch);

    private readonly FakeLogger<EnvironmentSweep> _log = new();
    private readonly List<string> _swept = [];

    private Store _store = null!;
    private Func<string, int> _answer = _ => 0;

    public async Task InitializeAsync()
    {
        _store = await Store.StartAsync(Engine.Of(this), configure: services => services.AddScoped(provider => Answering(provider.GetRequiredService<ICaller>())));
        _store.Database.Execute("INSERT INTO environments (tenant_id, id, name, type, created_at) SELECT tenant_id, 'env_other', name, type, created_at FROM environments");
    }

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Sweep_WhenOneEnvironmentFails_GoesOnWithTheOthersAndFailsAtTheEnd()
    {
        var failing = _store.Scope.EnvironmentId.Value;
        Answer(environment => environment == failing ? throw new FormatException("ada@example.com") : 0);

        var failure = await Should.ThrowAsync<InvalidOperationException>(RunAsync(CancellationToken.None));

        _swept.ShouldBe([failing, "env_other"], ignoreOrder: true);
        failure.ToString().ShouldNotContain("ada@example.com");
        failure.Message.ShouldBe("ForgetExpiredFencesCommand failed in 1 of 2 environments.");
        _log.Lines.ShouldBe([$"Error ForgetExpiredFencesCommand failed in environment {failing}: FormatException"]);
    }

    [Fact]
    public async Task Sweep_WhenABatchIsFull_TakesAnother()
    {
        var answers = new Queue<int>([FullBatch, 1, 0]);
        Answer(_ => answers.Dequeue());

        await RunAsync(CancellationToken.None);

        _swept.Count.ShouldBe(3);
        _log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_WhenTheProgramEnds_IsNoFailureAndStopsAtOnce()
    {
        using var end = new CancellationTokenSource();
        Answer(_ =>
        {
            end.Cancel();
            throw new OperationCanceledException(end.Token);
        });

        await Should.ThrowAsync<OperationCanceledException>(RunAsync(end.Token));

        _swept.ShouldHaveSingleItem();
        _log.Lines.ShouldBeEmpty();
    }

    private void Answer(Func<string, int> answer) => _answer = answer;

    private Task RunAsync(CancellationToken cancellationToken) =>
        new EnvironmentSweep(_store.Services.GetRequiredService<IServiceScopeFactory>(), _store.Attempts, _log).RunAsync(Command, FullBatch, cancellationToken);

    private IMediator Answering(ICaller caller)
    {
        var mediator = Substitute.For<IMediator>();
        mediator.Send(Command, Arg.Any<CancellationToken>()).Returns<Result<int>>(_ =>
        {
            _swept.Add(caller.Scope.EnvironmentId.Value);
            return _answer(caller.Scope.EnvironmentId.Value);
        });
        return mediator;
    }

    public sealed class OnSqlite : EnvironmentSweepTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : EnvironmentSweepTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : EnvironmentSweepTests, IOn<SqlServerEngine>;
}
