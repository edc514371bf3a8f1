using System.Data.Common;
using FlexPrice.Application.Access;
using FlexPrice.Domain.Access;
using FlexPrice.Domain.Primitives;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Infrastructure.Tests.Access;

/// <summary>Who issued which key, as the database finds it.</summary>
public abstract class ApiKeyFamiliesTests : IAsyncLifetime
{
    private Store _store = null!;

    public async Task InitializeAsync() => _store = await Store.StartAsync(Engine.Of(this));

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task Descendants_WhenAsked_AreThoseAtAnyDepthAndNobodyElse()
    {
        await IssueAsync(('1', "operator"), ('2', Id('1')), ('3', Id('1')), ('4', Id('3')), ('5', Id('4')), ('6', "operator"), ('7', Id('6')));
        _store.Database.Execute("UPDATE api_keys SET status = 'deleted' WHERE id = @id", ("@id", Id('3')));
        _store.Database.Execute("UPDATE api_keys SET expires_at = created_at WHERE id = @id", ("@id", Id('4')));

        var descendants = await QueryAsync(families => families.DescendantsAsync(ApiKeyId.From(Id('1')), default));

        descendants.OrderBy(key => key.Id.Value, StringComparer.Ordinal).Select(key => (key.Id.Value, key.Status, key.ExpiresAt)).ShouldBe(
        [
            (Id('2'), ApiKeyStatus.Published, null),
            (Id('3'), ApiKeyStatus.Deleted, null),
            (Id('4'), ApiKeyStatus.Published, Store.Noon),
            (Id('5'), ApiKeyStatus.Published, null),
        ]);
        (await QueryAsync(families => families.DescendantsAsync(ApiKeyId.From(Id('5')), default))).ShouldBeEmpty();
        (await QueryAsync(families => families.OriginsAsync(Id('5'), default))).Select(origin => (origin.Id, origin.IssuerId)).Order()
            .ShouldBe([(Id('1'), "operator"), (Id('3'), Id('1')), (Id('4'), Id('3')), (Id('5'), Id('4'))]);
        (await QueryAsync(families => families.OriginsAsync("operator", default))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Chain_WhenItIsLong_IsFoundToItsEnd()
    {
        const int length = 500;
        await IssueAsync([.. Enumerable.Range(0, length).Select(number => ((char)('Ā' + number), number == 0 ? "operator" : Id((char)('Ā' + number - 1))))]);

        (await QueryAsync(families => families.DescendantsAsync(ApiKeyId.From(Id('Ā')), default))).Count.ShouldBe(length - 1);
        (await QueryAsync(families => families.OriginsAsync(Id((char)('Ā' + length - 1)), default))).Count.ShouldBe(length);
    }

    // No command can make one; a person with a database client can.
    [Fact]
    public async Task Search_WhenKeysIssuedOneAnotherInACircle_Ends()
    {
        await IssueAsync(('1', Id('3')), ('2', Id('1')), ('3', Id('2')));
        await using var scope = _store.Request();
        var lineages = new KeyLineage(scope.ServiceProvider.GetRequiredService<IApiKeyFamilies>(), new KnownLineages());

        (await QueryAsync(families => families.DescendantsAsync(ApiKeyId.From(Id('1')), default))).Count.ShouldBe(2);
        var lineage = lineages.OfAsync(Id('1'), default);
        if (Engine.Of(this) is SqlServerEngine)
        {
            await Should.ThrowAsync<DbException>(lineage, "a level deeper than there can be");
        }
        else
        {
            (await lineage).ShouldStartWith("secret_");
        }
    }

    private static string Id(char last) => $"secret_01J00000000000000000{(int)last:D6}";

    private async Task IssueAsync(params (char Last, string Issuer)[] keys)
    {
        await using var scope = _store.Request();
        var context = scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        context.ApiKeys.AddRange(keys.Select(key => ApiKey.Issue(
            _store.Scope, ApiKeyId.From(Id(key.Last)), "ci", ApiKeyType.PrivateKey, new ApiKeyFingerprint($"hash-{(int)key.Last}", "sk_…"), [Role.AllReader], null, new Change(Store.Noon, key.Issuer))));
        await context.SaveChangesAsync();
    }

    private async Task<T> QueryAsync<T>(Func<IApiKeyFamilies, Task<T>> ask)
    {
        await using var scope = _store.Request();
        return await ask(scope.ServiceProvider.GetRequiredService<IApiKeyFamilies>());
    }

    public sealed class OnSqlite : ApiKeyFamiliesTests, IOn<SqliteEngine>;

    public sealed class OnPostgreSql : ApiKeyFamiliesTests, IOn<PostgreSqlEngine>;

    public sealed class OnSqlServer : ApiKeyFamiliesTests, IOn<SqlServerEngine>;
}
