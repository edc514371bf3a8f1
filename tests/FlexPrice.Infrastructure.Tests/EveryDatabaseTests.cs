using FlexPrice.Infrastructure.Tests.Configuration;
using FlexPrice.Infrastructure.Tests.Deletions;
using FlexPrice.Infrastructure.Tests.Integrations;
using FlexPrice.Infrastructure.Tests.Persistence.PostgreSql;
using FlexPrice.Infrastructure.Tests.Persistence.Sqlite;
using FlexPrice.Infrastructure.Tests.Retention;
using FlexPrice.Infrastructure.Tests.Scheduling;
using FlexPrice.Infrastructure.Tests.Usage;

namespace FlexPrice.Infrastructure.Tests;

public sealed class EveryDatabaseTests
{
    private const string Ciphers = "Ciphers under the key ring, which lies beside every database alike; no row is read.";

    private static readonly Dictionary<Type, string> OnOneOnly = new()
    {
        [typeof(UsageSealTests)] = Ciphers,
        [typeof(DocumentSealTests)] = Ciphers,
        [typeof(RecipientSealTests)] = Ciphers,
        [typeof(ProviderEntitySealTests)] = Ciphers,
        [typeof(KeyCertificateTests)] = Ciphers,
        [typeof(KeyFolderTests)] = "The files of the keys, whatever the database.",
        [typeof(BrokenConnectionTests)] = "A file has no connection that breaks, and the one that is cut speaks PostgreSQL's protocol.",
        [typeof(ConflictTests)] = "One writer of a file meets nobody; on SQL Server the races of the end-to-end tests meet.",
        [typeof(StoredJobTests)] = "A file stores no schedule, and what servers store has the same names.",
        [typeof(DeadlockCountTests)] = "Only PostgreSQL counts them.",
        [typeof(LockOrderTests)] = "What is sent is listened to on PostgreSQL; every server locks by the same calls, and a file by none.",
        [typeof(SentStatementTests)] = "Listens to the driver of PostgreSQL.",
        [typeof(PostgreSqlDeletionCostTests)] = "Reads the counters of PostgreSQL.",
        [typeof(SqliteFileModeTests)] = "The modes of the files.",
        [typeof(SqliteRefusedStartTests)] = "The file and its folder.",
        [typeof(SqliteRestoreTests)] = "The write-ahead log.",
        [typeof(SqliteStartLockTests)] = "The lock file beside the database file.",
        [typeof(SqlitePragmaTests)] = "The pragmas of a connection.",
        [typeof(SqliteScrubberTests)] = "The scrub rewrites the file.",
        [typeof(SqliteQueryPlanTests)] = "What SQLite says it will do.",
        [typeof(SqliteDeletionCostTests)] = "Counts the steps of SQLite's machine.",
    };

    [Fact]
    public void Tests_WhenEnumerated_RunOnEveryDatabaseOrSayWhyNot() =>
        DatabaseCoverage.Defects(typeof(EveryDatabaseTests).Assembly.GetExportedTypes(), Engine.All, OnOneOnly).ShouldBeEmpty(
            "A class of tests is abstract, with a nested class OnSqlite, OnPostgreSql and OnSqlServer as its neighbours have them; one that needs a single engine stands in OnOneOnly of EveryDatabaseTests with the reason, and implements IOn<…Engine> (docs/guides/add-a-command.md, Check).");
}
