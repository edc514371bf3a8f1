#pragma warning disable EF1001 // There is no other way to say a query in SQL.
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace FlexPrice.Testing.SqlServer;

/// <summary>Moves a query to the context of another database: its tables are those of the other model, its parameters have samples for values.</summary>
internal sealed class QueryMove(IAsyncQueryProvider provider, IModel model) : ExpressionVisitor
{
    private IEntityType? _table;

    protected override Expression VisitExtension(Expression node) => node switch
    {
        EntityQueryRootExpression root => Moved(root),
        SqlQueryRootExpression raw => new SqlQueryRootExpression(provider, raw.ElementType, raw.Sql, Visit(raw.Argument)),
        QueryParameterExpression parameter => Sample(parameter.Type),
        _ => base.VisitExtension(node),
    };

    // A row that is looked up by its key is compared with objects.
    protected override Expression VisitMethodCall(MethodCallExpression node) =>
        node is { Object: null, Method.Name: nameof(Equals), Arguments: [var column, var value] } && Unwrapped(value) is QueryParameterExpression { Type: var type } && type == typeof(object)
            ? Expression.Call(node.Method, Visit(column), Expression.Convert(Sample(TypeOf(Unwrapped(column))), typeof(object)))
            : base.VisitMethodCall(node);

    private EntityQueryRootExpression Moved(EntityQueryRootExpression root)
    {
        _table = model.FindEntityType(root.EntityType.Name)!;
        return new EntityQueryRootExpression(provider, _table);
    }

    // Where a row is an object, it is one of the table that was named last.
    private Type TypeOf(Expression column) => column is MethodCallExpression { Method.Name: "Property", Arguments: [var row, ConstantExpression { Value: string name }] }
        ? (model.FindEntityType(row.Type) ?? _table!).FindProperty(name)!.ClrType
        : column.Type;

    private static Expression Unwrapped(Expression node) => node is UnaryExpression { NodeType: ExpressionType.Convert } conversion ? Unwrapped(conversion.Operand) : node;

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
