namespace FlexPrice.Testing.Brokers;

/// <summary>A fact that needs a RabbitMQ server of the machine: skipped visibly where there is none, run (and failed) on a build machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrokerFactAttribute : FactAttribute
{
    public const string Missing = $"Not on this machine: {BrokerProcess.Program}. On Debian: apt-get install rabbitmq-server.";

    public BrokerFactAttribute()
    {
        if (!BrokerProcess.IsInstalled && !Machine.IsForBuilds)
        {
            Skip = Missing;
        }
    }
}
