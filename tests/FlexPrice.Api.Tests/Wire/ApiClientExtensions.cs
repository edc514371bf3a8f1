namespace FlexPrice.Api.Tests.Wire;

internal static class ApiClientExtensions
{
    /// <summary>Sends a body to an endpoint, for a customer that does not exist.</summary>
    public static Task<Answer> PostOrPutAsync(this ApiClient api, ApiEndpoint endpoint, object body) => endpoint.Method == HttpMethod.Put
        ? api.PutAsync(endpoint.PathWith(Ids.New("cust")), body)
        : api.PostAsync(endpoint.PathWith(Ids.New("cust")), body);
}
