using FlexPrice.Application.Access;
using FlexPrice.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace FlexPrice.Infrastructure.Access;

internal sealed class ApiKeyDirectory(FlexPriceDbContext context, SqlRunner sql, IDatabaseDialect dialect, IApiKeySecrets secrets, KeyQuestions questions, RememberedKeys memory)
    : IApiKeyDirectory
{
    public async Task<AuthenticatedKey?> FindAsync(string presentedKey, CancellationToken cancellationToken)
    {
        var hash = secrets.Fingerprint(presentedKey).Hash;
        AuthenticatedKey? found = null;
        try
        {
            found = await dialect.Retrying(context).ExecuteAsync(
                async token =>
                {
                    var question = questions.About(hash);
                    await sql.QueryAllAsync([question], token);
                    return question.Rows.SingleOrDefault();
                },
                cancellationToken);
        }
        finally
        {
            // Also when nobody answers: a request on a remembered key would wait for the same database twice.
            memory.Note(hash, found);
        }

        return found;
    }
}
