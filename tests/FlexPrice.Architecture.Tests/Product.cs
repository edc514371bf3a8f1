using System.Reflection;
using System.Runtime.CompilerServices;
using FlexPrice.Application;
using FlexPrice.Application.Abstractions;
using FlexPrice.Application.Pipeline;
using FlexPrice.Domain.Customers;
using FlexPrice.Infrastructure.Persistence;
using FlexPrice.Infrastructure.Persistence.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace FlexPrice.Architecture.Tests;

/// <summary>The product's assemblies, types, model and sources.</summary>
internal static class Product
{
    public static readonly Assembly Domain = typeof(Customer).Assembly;

    public static readonly Assembly Application = typeof(PipelineOrder).Assembly;

    public static readonly Assembly Infrastructure = typeof(FlexPriceDbContext).Assembly;

    public static readonly Assembly Api = typeof(Program).Assembly;

    /// <summary>Everything that the product's authors wrote.</summary>
    public static readonly IReadOnlyList<Type> Types =
    [
        .. new[] { Domain, Application, Infrastructure, Api }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false)),
    ];

    /// <summary>The reactions, as the application registers them.</summary>
    public static readonly ReactionCatalogue Reactions =
        (ReactionCatalogue)new ServiceCollection().AddApplication().Single(service => service.ServiceType == typeof(ReactionCatalogue)).ImplementationInstance!;

    /// <summary>The model as the migrations know it. No database is opened.</summary>
    public static readonly IModel Model = NewContext().GetService<IDesignTimeModel>().Model;

    /// <summary>The root of the checkout.</summary>
    public static readonly string Root = FindRoot(Path.GetDirectoryName(ThisFile())!);

    /// <summary>Sources of the product, migrations left out: generated code follows no rule of ours.</summary>
    public static readonly IReadOnlyList<SourceFile> Sources =
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Path.Combine(Root, "src"), file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(folder => folder is "obj" or "bin" or "Migrations"))
            .Order(StringComparer.Ordinal)
            .Select(file => new SourceFile(file, File.ReadAllText(Path.Combine(Root, "src", file)))),
    ];

    public static SqliteFlexPriceDbContext NewContext() => new SqliteDesignTimeFactory().CreateDbContext([]);

    private static string FindRoot(string folder) =>
        File.Exists(Path.Combine(folder, "FlexPrice.sln")) ? folder : FindRoot(Path.GetDirectoryName(folder)!);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
