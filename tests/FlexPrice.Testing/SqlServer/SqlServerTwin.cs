using System.Linq.Expressions;
using FlexPrice.Application;
using FlexPrice.Infrastructure;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.SqlServer;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace FlexPrice.Testing.SqlServer;

/// <summary>The product on a SQL Server that is not there: what it would send is kept.</summary>
internal sealed class SqlServerTwin : IDisposable
{
    private static readonly Lazy<SqlServerTwin> Only = new(New);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("flexprice-twin-");
    private readonly ServiceProvider _services;
    private readonly CommandCatcher _catcher = new();
    private readonly Lock _turn = new();

    private SqlServerTwin()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "SqlServer",
            ["ConnectionStrings:FlexPrice"] = "Server=nowhere;Database=none",
            ["Keys:Path"] = Path.Combine(_folder.FullName, "keys"),
            ["Worker:Role"] = "api",
        }).Build();
        var services = new ServiceCollection().AddLogging().AddApplication().AddInfrastructure(configuration, new HostingEnvironment { EnvironmentName = Environments.Production, ContentRootPath = _folder.FullName });
        services.ConfigureDbContext<SqlServerFlexPriceDbContext>(options => options.AddInterceptors(_catcher, CommandCatcher.Connections, CommandCatcher.Transactions));
        _services = services.BuildServiceProvider();
        using var scope = _services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<FlexPriceDbContext>();
        Schema = SqlServerSchema.Of(context);
        Texts = TextComparisons.ColumnsOf(context.Model);
    }

    public static SqlServerTwin Shared => Only.Value;

    public SqlServerSchema Schema { get; }

    /// <summary>The columns whose texts may be anything.</summary>
    public IReadOnlySet<string> Texts { get; }

    /// <summary>Records what the product sends during some work; the result of the work does not matter, because no server answers.</summary>
    public IReadOnlyList<SqlText> Catch(string name, Action<IServiceProvider> work)
    {
        lock (_turn)
        {
            using var scope = _services.CreateScope();
            var ended = Record.Exception(() => work(scope.ServiceProvider));
            var caught = _catcher.Take(name);
            return caught.Count > 0 ? caught : throw new InvalidOperationException($"{name} sends nothing: {ended?.Message}", ended);
        }
    }

    /// <summary>What a query of another database's context is on SQL Server.</summary>
    public IReadOnlyList<SqlText> Translate(Expression query) => Catch(query.ToString(), services =>
    {
        var context = services.GetRequiredService<FlexPriceDbContext>();
        var provider = context.GetService<IAsyncQueryProvider>();
        var twin = new QueryMove(provider, context.Model).Visit(query);
        if (typeof(IQueryable).IsAssignableFrom(twin.Type))
        {
            foreach (var _ in provider.CreateQuery(twin))
            {
                // None comes.
            }
        }
        else
        {
            provider.Execute(twin);
        }
    });

    public void Dispose()
    {
        Schema.Dispose();
        _services.Dispose();
        _folder.Delete(recursive: true);
    }

    private static SqlServerTwin New()
    {
        var twin = new SqlServerTwin();

        // All tests of a process share it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => twin.Dispose();
        return twin;
    }
}
