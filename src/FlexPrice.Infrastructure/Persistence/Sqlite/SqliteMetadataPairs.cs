using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace FlexPrice.Infrastructure.Persistence.Sqlite;

/// <summary>Metadata are JSON text in which every pair has one form, so that a pair is searched in the text.</summary>
internal static class SqliteMetadataPairs
{
    private static readonly IntTypeMapping Number = new("INTEGER");
    private static readonly BoolTypeMapping BooleanMapping = new("INTEGER");

    public static StringTypeMapping Column { get; } = new("TEXT", System.Data.DbType.String);

    public static SqlExpression Contains(SqlExpression metadata, SqlExpression pair) => new SqlBinaryExpression(
        ExpressionType.GreaterThan,
        new SqlFunctionExpression("instr", [metadata, pair], nullable: true, [true, true], typeof(int), Number),
        new SqlConstantExpression(0, Number),
        typeof(bool),
        BooleanMapping);
}
