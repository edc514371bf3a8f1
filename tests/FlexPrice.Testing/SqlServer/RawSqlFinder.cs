#pragma warning disable EF1001 // There is no other way to read hand-written SQL in a query.
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace FlexPrice.Testing.SqlServer;

/// <summary>Finds the hand-written SQL in a query.</summary>
internal sealed class RawSqlFinder : ExpressionVisitor
{
    public List<string> Found { get; } = [];

    protected override Expression VisitExtension(Expression node)
    {
        if (node is SqlQueryRootExpression raw)
        {
            Found.Add(raw.Sql);
        }

        return node.CanReduce ? base.VisitExtension(node) : node;
    }
}
