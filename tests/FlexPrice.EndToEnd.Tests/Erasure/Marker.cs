using System.Security.Cryptography;

namespace FlexPrice.EndToEnd.Tests.Erasure;

/// <summary>A personal value that occurs nowhere else, so that finding its bytes means finding the value.</summary>
internal static class Marker
{
    public const int Length = 16;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz0123456789";

    public static string New() => RandomNumberGenerator.GetString(Alphabet, Length);

    public static bool IsPart(byte character) => character is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'0' and <= (byte)'9');
}
