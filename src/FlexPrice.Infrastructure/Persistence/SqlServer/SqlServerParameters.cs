using System.Collections.Frozen;
using System.Data;
using Microsoft.Data.SqlClient;

namespace FlexPrice.Infrastructure.Persistence.SqlServer;

/// <summary>
/// The type and size of each parameter of the registry's statements. Without them the client sends the length of the value as the size, and the server keeps a plan for each length; a null would have no type.
/// </summary>
internal static class SqlServerParameters
{
    private const int Unlimited = -1;
    private const int Id = 50;
    private const int Hash = 43;
    private const int Name = 128;

    private static readonly (SqlDbType Type, int Size) Time = (SqlDbType.DateTimeOffset, 0);
    private static readonly (SqlDbType Type, int Size) Number = (SqlDbType.Int, 0);

    private static readonly FrozenDictionary<string, (SqlDbType Type, int Size)> Known = new Dictionary<string, (SqlDbType Type, int Size)>(StringComparer.Ordinal)
    {
        ["@actor"] = Text(Id),
        ["@attempts"] = Number,
        ["@barred"] = Text(Unlimited),
        ["@customers"] = Text(Unlimited),
        ["@delay"] = Number,
        ["@deletions"] = Text(Unlimited),
        ["@due"] = Time,
        ["@environment"] = Text(Id),
        ["@error"] = Text(256),
        ["@event"] = Text(Name),
        ["@fingerprints"] = Text(Unlimited),
        ["@gate"] = Text(255),
        ["@hash"] = Text(Hash),
        ["@ids"] = Text(Unlimited),
        ["@key"] = Text(Id),
        ["@keyed"] = Text(Hash),
        ["@lane"] = Text(32),
        ["@lease"] = Number,
        ["@limit"] = Number,
        ["@line"] = Text(Name),
        ["@lineage"] = Text(Id),
        ["@message"] = Text(Id),
        ["@missing"] = Text(Unlimited),
        ["@now"] = Time,
        ["@occurred"] = Time,
        ["@payload"] = Text(Unlimited),
        ["@place"] = Number,
        ["@process"] = Text(64),
        ["@reaction"] = Text(Name),
        ["@records"] = Text(Unlimited),
        ["@root"] = Text(Id),
        ["@running"] = Text(Unlimited),
        ["@sequence"] = (SqlDbType.BigInt, 0),
        ["@serves"] = Text(1000),
        ["@since"] = Time,
        ["@subjects"] = Text(Unlimited),
        ["@target"] = Text(Id),
        ["@tenant"] = Text(Id),
        ["@token"] = Text(Id),
        ["@until"] = Time,
        ["@version"] = Text(Name),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Gives a parameter its type and size.</summary>
    /// <exception cref="ArgumentException">The value is longer than the size. The client would cut it off without a word.</exception>
    public static void Declare(SqlParameter parameter)
    {
        var (type, size) = Known[parameter.ParameterName];
        if (type == SqlDbType.NVarChar && size != Unlimited && parameter.Value is string text && text.Length > size)
        {
            throw new ArgumentException($"{parameter.ParameterName} has at most {size} characters.", nameof(parameter));
        }

        parameter.SqlDbType = type;
        parameter.Size = size;
    }

    private static (SqlDbType Type, int Size) Text(int size) => (SqlDbType.NVarChar, size);
}
