#pragma warning disable EF1001 // There is no other way to say a query in SQL.
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace FlexPrice.Tests.SqlServer;

/// <summary>Moves a query to the context of another database: its tables are those of the other model, its parameters have samples for values.</summary>
internal sealed class QueryMove(IAsyncQueryProvider provider, IModel model) : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node) => node switch
    {
        EntityQueryRootExpression root => new EntityQueryRootExpression(provider, model.FindEntityType(root.EntityType.Name)!),
        SqlQueryRootExpression raw => new SqlQueryRootExpression(provider, raw.ElementType, raw.Sql, Visit(raw.Argument)),
        QueryParameterExpression parameter => Sample(parameter.Type),
        _ => base.VisitExtension(node),
    };

    // As a field, so that it becomes a parameter again.
    private static MemberExpression Sample(Type type)
    {
        var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type), SampleValue.Of(type))!;
        return Expression.Field(Expression.Constant(holder), nameof(Holder<int>.Value));
    }

    private sealed class Holder<T>(T value)
    {
        public readonly T Value = value;
    }
}
