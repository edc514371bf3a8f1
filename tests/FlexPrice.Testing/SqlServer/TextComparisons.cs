using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FlexPrice.Testing.SqlServer;

/// <summary>
/// Finds comparisons of texts in a statement. SQL Server pads the shorter text with blanks, so the lengths must be compared too, or one text must be known to have no trailing blanks.
/// </summary>
internal static class TextComparisons
{
    /// <summary>The columns whose texts may be anything: neither ids nor hashes nor states.</summary>
    public static IReadOnlySet<string> ColumnsOf(IModel model)
    {
        var columns = model.GetEntityTypes().SelectMany(PropertiesOf).Where(property => property.GetColumnName() is not null).ToList();
        var others = columns.Where(property => !IsText(property)).Select(property => property.GetColumnName()).ToHashSet(StringComparer.Ordinal);
        return columns.Where(IsText).Select(property => property.GetColumnName()).Except(others, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a column holds text as it came.</summary>
    public static bool IsText(IReadOnlyProperty property) => property.ClrType == typeof(string) && property.GetValueConverter() is null;

    /// <summary>The columns that a statement compares, or puts together, without their lengths.</summary>
    public static IReadOnlyList<string> Unguarded(string text, IReadOnlySet<string> columns)
    {
        var script = SqlServerParser.Parse(text);
        var guarded = SqlServerParser.NodesOf<FunctionCall>(script).Where(call => call.FunctionName.Value == "DATALENGTH").SelectMany(SqlServerParser.NodesOf<ColumnReferenceExpression>).Select(Said).ToHashSet(StringComparer.Ordinal);
        IEnumerable<TSqlFragment> compared =
        [
            .. SqlServerParser.NodesOf<BooleanComparisonExpression>(script).Where(IsSameness).SelectMany(comparison => new[] { comparison.FirstExpression, comparison.SecondExpression }),
            .. SqlServerParser.NodesOf<InPredicate>(script).Select(list => list.Expression),
            .. SqlServerParser.NodesOf<ExpressionGroupingSpecification>(script),
            .. SqlServerParser.NodesOf<QuerySpecification>(script).Where(query => query.UniqueRowFilter == UniqueRowFilter.Distinct).SelectMany(query => query.SelectElements),
        ];
        return
        [
            .. compared.SelectMany(Columns)
                .Where(column => columns.Contains(Name(column)) && !guarded.Contains(Said(column)))
                .Select(Name)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    // What a function or a query makes of a column is another value.
    private static IEnumerable<ColumnReferenceExpression> Columns(TSqlFragment compared) => compared switch
    {
        ColumnReferenceExpression { MultiPartIdentifier: not null } column => [column],
        ParenthesisExpression inner => Columns(inner.Expression),
        CoalesceExpression first => first.Expressions.SelectMany(Columns),
        SelectScalarExpression selected => Columns(selected.Expression),
        ExpressionGroupingSpecification grouped => Columns(grouped.Expression),
        _ => [],
    };

    private static bool IsSameness(BooleanComparisonExpression comparison) =>
        comparison.ComparisonType is BooleanComparisonType.Equals or BooleanComparisonType.NotEqualToBrackets or BooleanComparisonType.NotEqualToExclamation
        && !IsWritten(comparison.FirstExpression)
        && !IsWritten(comparison.SecondExpression);

    // A literal text is known to have no trailing blanks.
    private static bool IsWritten(ScalarExpression expression) => expression is StringLiteral literal && literal.Value.TrimEnd(' ').Length == literal.Value.Length && literal.Value.Length > 0;

    private static string Name(ColumnReferenceExpression column) => column.MultiPartIdentifier.Identifiers[^1].Value;

    private static string Said(ColumnReferenceExpression column) => string.Join('.', column.MultiPartIdentifier.Identifiers.Select(part => part.Value));

    private static IEnumerable<IReadOnlyProperty> PropertiesOf(ITypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(complex => PropertiesOf(complex.ComplexType)));
}
