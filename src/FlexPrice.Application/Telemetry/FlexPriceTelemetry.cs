using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace FlexPrice.Application.Telemetry;

/// <summary>The product's own spans and metrics.</summary>
public static class FlexPriceTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "FlexPrice";

    /// <summary>Spans.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    private static Meter Meter { get; } = new(Name);

    /// <summary>How long commands and queries take, by name and outcome.</summary>
    public static Histogram<double> RequestDuration { get; } = Meter.CreateHistogram<double>("flexprice.request.duration", "s", "Duration of commands and queries");

    /// <summary>How long the parts of commands and queries take, by phase and, where a phase is about one, by edge.</summary>
    public static Histogram<double> PhaseDuration { get; } = Meter.CreateHistogram<double>("flexprice.phase.duration", "s", "Duration of the phases of commands and queries");

    /// <summary>Units of work that were tried again after a conflict or a broken connection.</summary>
    public static Counter<long> Retries { get; } = Meter.CreateCounter<long>("flexprice.unit_of_work.retries", "{try}", "Units of work tried again after a conflict or a broken connection");

    /// <summary>Requests that were rejected because of too many others.</summary>
    public static Counter<long> RequestsShed { get; } = Meter.CreateCounter<long>("flexprice.requests.shed", "{request}", "Requests turned away because too many were there");

    /// <summary>Bytes of request bodies that are in memory until the first command or query about them is done.</summary>
    public static UpDownCounter<long> BodyBytes { get; } = Meter.CreateUpDownCounter<long>("flexprice.requests.body_bytes", "By", "Bytes of request bodies in memory");

    /// <summary>Failed authentications that were answered 429 because there were too many.</summary>
    public static Counter<long> FailedAuthenticationsLimited { get; } = Meter.CreateCounter<long>("flexprice.authentications.limited", "{request}", "Failed authentications above the limit");

    /// <summary>Requests to delete, archive or publish a customer, by intent and outcome.</summary>
    public static Counter<long> Deletions { get; } = Meter.CreateCounter<long>("flexprice.deletions", "{request}", "Requests to delete, archive or publish a customer");

    /// <summary>The time from the request of a deletion until it is completed.</summary>
    public static Histogram<double> DeletionCompletion { get; } = Meter.CreateHistogram<double>("flexprice.deletion.completion", "s", "Time from the request to the completed deletion");

    /// <summary>Rows that deletions changed, by edge and action.</summary>
    public static Counter<long> CascadeRows { get; } = Meter.CreateCounter<long>("flexprice.cascade.rows", "{row}", "Rows changed by the cascade");

    /// <summary>Things that came for a deleted customer and were not stored, by kind.</summary>
    public static Counter<long> FencedOff { get; } = Meter.CreateCounter<long>("flexprice.fences.discarded", "{item}", "What came for deleted customers and was discarded");

    /// <summary>Attempts of reactions, by reaction and outcome.</summary>
    public static Counter<long> Reactions { get; } = Meter.CreateCounter<long>("flexprice.outbox.reactions", "{attempt}", "Attempts of reactions");

    /// <summary>Reactions whose lease another worker claimed while they ran, by reaction.</summary>
    public static Counter<long> LeasesLost { get; } = Meter.CreateCounter<long>("flexprice.outbox.leases_lost", "{lease}", "Leases lost to another worker while a reaction ran");

    /// <summary>Rows that were found to refer to deleted customers, by table, each time they are found. More than none needs a person.</summary>
    public static Counter<long> Leftovers { get; } = Meter.CreateCounter<long>("flexprice.deletion.leftovers", "{row}", "Rows found that refer to deleted customers");

    /// <summary>How many reactions wait or run.</summary>
    public static Gauge<long> OutboxDepth { get; } = Meter.CreateGauge<long>("flexprice.outbox.depth", "{reaction}", "Reactions that wait or run");

    /// <summary>How long ago the oldest event with an unfinished reaction happened.</summary>
    public static Gauge<double> OutboxOldestAge { get; } = Meter.CreateGauge<double>("flexprice.outbox.oldest_age", "s", "Age of the oldest event with an unfinished reaction");

    /// <summary>How many reactions failed so often that they count as given up and are tried every hour only. More than none needs a person.</summary>
    public static Gauge<long> OutboxGivenUp { get; } = Meter.CreateGauge<long>("flexprice.outbox.given_up", "{reaction}", "Reactions that count as given up");

    /// <summary>How far the clock of this machine is ahead of the database's; less than zero when it is behind.</summary>
    public static Gauge<double> ClockDifference { get; } = Meter.CreateGauge<double>("flexprice.clock.difference", "s", "How far the clock of this machine is ahead of the database's");

    /// <summary>Whether this process can hand messages to the broker: 1 or 0. Not measured where no broker is configured.</summary>
    public static Gauge<int> BrokerConnected { get; } = Meter.CreateGauge<int>("flexprice.broker.connected", "{connection}", "Whether this process can hand messages to the broker");

    /// <summary>Messages that the broker did not take, by reason. They stay in the outbox.</summary>
    public static Counter<long> BrokerRefused { get; } = Meter.CreateCounter<long>("flexprice.broker.refused", "{message}", "Messages that the broker did not take");

    /// <summary>Messages that lie in the broker because no queue is bound for them.</summary>
    public static Gauge<long> BrokerUnrouted { get; } = Meter.CreateGauge<long>("flexprice.broker.unrouted", "{message}", "Messages in the broker that no queue is bound for");
}
