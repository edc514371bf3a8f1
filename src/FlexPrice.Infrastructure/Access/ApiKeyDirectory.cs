using FlexPrice.Application.Access;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Sql;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Access;

internal sealed class ApiKeyDirectory(FlexPriceDbContext context, SqlRunner sql, IDatabaseDialect dialect, IApiKeySecrets secrets, ApiKeyQueries questions, RememberedKeys memory)
    : IApiKeyDirectory
{
    public async Task<AuthenticatedKey?> FindAsync(string presentedKey, CancellationToken cancellationToken)
    {
        var hashes = secrets.Hashes(presentedKey);
        AuthenticatedKey? found = null;
        try
        {
            found = await dialect.Retrying(context).ExecuteAsync(
                async token =>
                {
                    var question = questions.Find(hashes);
                    await sql.QueryAllAsync([question], token);
                    return ApiKeyQueries.Result(question);
                },
                cancellationToken);
        }
        finally
        {
            // Also when the database does not answer: a request with a cached key would wait for it twice.
            memory.Remember(hashes.Plain, found);
        }

        return found;
    }
}
