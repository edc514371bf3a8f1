using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// Compares the lengths of texts together with the texts, and entries of a list with a mark at their end: in any collation, SQL Server pads the shorter of two texts with blanks before it
/// compares them, so that 'ada' equals 'ada '.
/// The comparison of the texts stays, and with it the search in an index.
/// Typed ids, hashes and states have no blanks and stay as they are: what a request names as an id is read by its form first.
/// </summary>
internal sealed class SqlServerTextEquality : IQueryExpressionInterceptor
{
    public static SqlServerTextEquality Instance { get; } = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => new ComparisonRewriter().Visit(queryExpression);

    private sealed class ComparisonRewriter : ExpressionVisitor
    {
        private const string Mark = ".";

        private static readonly MethodInfo Length = typeof(SqlServerDbFunctionsExtensions).GetMethod(nameof(SqlServerDbFunctionsExtensions.DataLength), [typeof(DbFunctions), typeof(string)])!;

        private static readonly MethodInfo Concatenation = typeof(string).GetMethod(nameof(string.Concat), [typeof(string), typeof(string)])!;

        private static readonly MethodInfo AnyOfList = AnyIn(typeof(Enumerable), typeof(Func<string, bool>));
        private static readonly MethodInfo AnyOfQuery = AnyIn(typeof(Queryable), typeof(Expression<Func<string, bool>>));

        protected override Expression VisitBinary(BinaryExpression node)
        {
            var visited = (BinaryExpression)base.VisitBinary(node);
            return visited.NodeType switch
            {
                ExpressionType.Equal when AreTexts(visited.Left, visited.Right) => AreEqual(visited.Left, visited.Right),
                ExpressionType.NotEqual when AreTexts(visited.Left, visited.Right) => Expression.Not(AreEqual(visited.Left, visited.Right)),
                _ => visited,
            };
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var visited = (MethodCallExpression)base.VisitMethodCall(node);
            return (visited.Method.Name, visited.Object, visited.Arguments) switch
            {
                (nameof(Equals), null, [var left, var right]) when AreTexts(left, right) => AreEqual(left, right),
                (nameof(Equals), { } left, [var right]) when AreTexts(left, right) => AreEqual(left, right),
                ("Contains", null, [var list, var text]) when IsTextIn(list, text) => Contains(list, text),
                ("Contains", { } list, [var text]) when IsTextIn(list, text) => Contains(list, text),
                _ => visited,
            };
        }

        private static BinaryExpression AreEqual(Expression left, Expression right) => Expression.AndAlso(
            Expression.Equal(left, right),
            Expression.Equal(LengthOf(left), LengthOf(right)));

        // Entity Framework finds no single type for a list entry whose length is used too. With a mark at its end a text has no trailing blanks.
        private static BinaryExpression Contains(Expression list, Expression text)
        {
            var listed = Expression.Parameter(typeof(string), "listed");
            var same = Expression.Lambda<Func<string, bool>>(Expression.Equal(Marked(listed), Marked(text)), listed);
            var holds = typeof(IQueryable).IsAssignableFrom(list.Type)
                ? Expression.Call(AnyOfQuery, list, Expression.Quote(same))
                : Expression.Call(AnyOfList, list, same);
            return Expression.AndAlso(Expression.NotEqual(text, Expression.Constant(null, typeof(string))), holds);
        }

        private static BinaryExpression Marked(Expression text) => Expression.Add(text, Expression.Constant(Mark), Concatenation);

        private static MethodCallExpression LengthOf(Expression text) => Expression.Call(Length, Expression.Constant(EF.Functions), text);

        private static bool AreTexts(Expression left, Expression right) =>
            left.Type == typeof(string) && right.Type == typeof(string) && !IsNullConstant(left) && !IsNullConstant(right);

        // A text is a list of characters, and contains texts in another sense.
        private static bool IsTextIn(Expression list, Expression text) => text.Type == typeof(string) && list.Type != typeof(string) && typeof(IEnumerable<string>).IsAssignableFrom(list.Type);

        private static bool IsNullConstant(Expression text) => text is ConstantExpression { Value: null };

        private static MethodInfo AnyIn(Type type, Type condition) => type.GetMethods()
            .Where(method => method.Name == nameof(Enumerable.Any) && method.GetParameters().Length == 2)
            .Select(method => method.MakeGenericMethod(typeof(string)))
            .Single(method => method.GetParameters()[1].ParameterType == condition);
    }
}
