using System.Linq.Expressions;
using FlexPrice.Application.Abstractions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Persistence.Conventions;

internal static class MetadataPairsExtensions
{
    private static readonly StringTypeMapping Text = new("TEXT", System.Data.DbType.String);
    private static readonly IntTypeMapping Number = new("INTEGER");
    private static readonly BoolTypeMapping Truth = new("INTEGER");

    /// <summary>Translates <see cref="MetadataPairs.Hold"/>: metadata are stored as JSON text in which every pair has one form.</summary>
    public static void HasMetadataPairs(this ModelBuilder builder)
    {
        var function = builder.HasDbFunction(typeof(MetadataPairs).GetMethod(nameof(MetadataPairs.Hold))!);
        function.HasParameter("metadata").Metadata.TypeMapping = Text;
        function.HasTranslation(arguments => new SqlBinaryExpression(
            ExpressionType.GreaterThan,
            new SqlFunctionExpression("instr", [arguments[0], arguments[1]], nullable: true, [true, true], typeof(int), Number),
            new SqlConstantExpression(0, Number),
            typeof(bool),
            Truth));
    }
}
