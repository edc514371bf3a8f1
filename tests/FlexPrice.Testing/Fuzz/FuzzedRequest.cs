namespace FlexPrice.Testing.Fuzz;

/// <summary>A request as it is sent.</summary>
internal sealed record FuzzedRequest(HttpMethod Method, string Path, string? Body, IReadOnlyList<(string Name, string Value)> Headers)
{
    public async Task<Answer> SendAsync(ApiClient api)
    {
        using var content = Body is null ? null : new StringContent(Body, null, "application/json");
        return await api.SendAsync(Method, Path, content, [.. Headers]);
    }

    public override string ToString() => $"{Method} {Shortened(Path)} {Shortened(Body)}";

    private static string Shortened(string? text) => text is { Length: > 400 } ? $"{text[..400]}… ({text.Length} characters)" : text ?? "";
}
