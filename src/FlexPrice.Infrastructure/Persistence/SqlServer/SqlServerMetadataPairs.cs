using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.SqlServer.Storage.Internal;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>Metadata are JSON text in which every pair has one form, so that a pair is searched in the text; the column's collation compares it character by character.</summary>
internal static class SqlServerMetadataPairs
{
    // The longest text that can be searched: a longer pair is not found.
    private const int Longest = 4000;

    private static readonly LongTypeMapping Number = new("bigint");
    private static readonly BoolTypeMapping BooleanMapping = new("bit");

    public static StringTypeMapping Column { get; } = new("nvarchar(max)", System.Data.DbType.String, unicode: true);

    /// <summary>The mapping of every other text. It gives parameters a size that does not follow from their value, so that one plan serves all.</summary>
#pragma warning disable EF1001
    public static RelationalTypeMapping Text { get; } = SqlServerStringTypeMapping.Default;
#pragma warning restore EF1001

    public static SqlExpression Contains(SqlExpression metadata, SqlExpression pair) => new SqlBinaryExpression(
        ExpressionType.AndAlso,
        new SqlBinaryExpression(ExpressionType.GreaterThan, Function("CHARINDEX", IndexedPrefix(pair), metadata), Literal(0), typeof(bool), BooleanMapping),
        new SqlBinaryExpression(ExpressionType.LessThanOrEqual, Function("LEN", pair), Literal(Longest), typeof(bool), BooleanMapping),
        typeof(bool),
        BooleanMapping);

    private static SqlFunctionExpression IndexedPrefix(SqlExpression text) => new("LEFT", [text, Literal(Longest)], nullable: true, [true, false], typeof(string), Column);

    private static SqlFunctionExpression Function(string name, params SqlExpression[] arguments) =>
        new(name, arguments, nullable: true, arguments.Select(_ => true), typeof(long), Number);

    private static SqlConstantExpression Literal(long number) => new(number, Number);
}
