using System.IO.Pipelines;
using FlexPrice.Application.Abstractions;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace FlexPrice.Api.Errors;

/// <summary>
/// Gives a body to requests that the server turns away before any middleware sees them: a null character in the path, a request line or headers that are too long,
/// and requests that are no HTTP. The server answers these with a bare status and closes the connection, and offers no other place to change that.
/// </summary>
internal static class ServerRejections
{
    public static void AnswerServerRejections(this ListenOptions listen)
    {
        var ids = listen.ApplicationServices.GetRequiredService<IIdGenerator>();
        listen.Use(next => async connection =>
        {
            var transport = connection.Transport;
            connection.Transport = new Transport(transport.Input, new RejectionWriter(transport.Output, ids));
            try
            {
                await next(connection);
            }
            finally
            {
                connection.Transport = transport;
            }
        });
    }

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
