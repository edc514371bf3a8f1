using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal.Mapping;

namespace FlexPrice.Infrastructure.Persistence.PostgreSql;

/// <summary>Metadata are <c>jsonb</c>, which contains the object of one pair or not.</summary>
internal static class PostgreSqlMetadataPairs
{
    private static readonly StringTypeMapping Text = new("text", System.Data.DbType.String);
    private static readonly BoolTypeMapping BooleanMapping = new("boolean");

    public static NpgsqlJsonTypeMapping Column { get; } = new("jsonb", typeof(string));

    // The function behind the operator @>.
    public static SqlExpression Contains(SqlExpression metadata, SqlExpression pair) => new SqlFunctionExpression(
        "jsonb_contains",
        [metadata, new SqlUnaryExpression(ExpressionType.Convert, Joined(Joined(Literal("{"), pair), Literal("}")), typeof(string), Column)],
        nullable: true,
        [true, true],
        typeof(bool),
        BooleanMapping);

    private static SqlConstantExpression Literal(string text) => new(text, Text);

    private static SqlBinaryExpression Joined(SqlExpression left, SqlExpression right) => new(ExpressionType.Add, left, right, typeof(string), Text);
}
