using System.Text.Json;
using System.Text.Json.Nodes;

namespace FlexPrice.Api.Tests.Wire;

/// <summary>Every key that FlexPrice's SDK 2.0.1 declares per response, copied from section 8 of the contract. Unmarked is text; a key may be null, never absent.</summary>
internal static class DeclaredKeys
{
    private static readonly Dictionary<string, string> Declared = new(StringComparer.Ordinal)
    {
        ["DtoCustomerResponse"] = "address_city, address_country, address_line1, address_line2, address_postal_code, address_state, created_at, created_by, email, environment_id, external_id, id, metadata:map, name, parent_customer:obj, parent_customer_id, status:enum, tenant_id, updated_at, updated_by",
        ["PaginationResponse"] = "limit:n, offset:n, total:n",
        ["DtoListCustomersResponse"] = "items:arr, pagination:obj",
        ["DtoSubscriptionResponse"] = "active_pause_id, billing_anchor, billing_cadence:enum, billing_cycle:enum, billing_period:enum, billing_period_count:n, cancel_at, cancel_at_period_end:b, cancelled_at, collection_method, commitment_amount, commitment_duration:enum, coupon_associations:arr, created_at, created_by, credit_grants:arr, currency, current_period_end, current_period_start, customer:obj, customer_id, customer_timezone, enable_true_up:b, end_date, environment_id, gateway_payment_method_id, id, invoicing_customer_id, latest_invoice:obj, line_items:arr, lookup_key, metadata:map, overage_factor, parent_subscription_id, pause_status:enum, pauses:arr, payment_behavior, payment_terms:enum, phases:arr, plan:obj, plan_id, proration_behavior:enum, start_date, status:enum, subscription_status:enum, tenant_id, trial_end, trial_start, updated_at, updated_by, version:n",
        ["DtoCancelSubscriptionResponse"] = "cancellation_type:enum, effective_date, message, processed_at, proration_details:arr, proration_invoice:obj, reason, status:enum, subscription_id, total_credit_amount",
        ["SubscriptionSubscriptionLineItem"] = "billing_period:enum, billing_period_count:n, commitment_amount, commitment_duration:enum, commitment_overage_factor, commitment_quantity, commitment_true_up_enabled:b, commitment_type:enum, commitment_windowed:b, created_at, created_by, currency, customer_id, display_name, end_date, entity_id, entity_type:enum, environment_id, id, invoice_cadence:enum, metadata:map, meter_display_name, meter_id, plan_display_name, price:obj, price_id, price_type:enum, price_unit, price_unit_id, quantity, start_date, status:enum, subscription_id, subscription_phase_id, tenant_id, trial_period:n, updated_at, updated_by",
        ["DtoGetEventsResponse"] = "events:arr, has_more:b, iter_first_key, iter_last_key, offset:n, total_count:n",
        ["DtoEvent"] = "customer_id, environment_id, event_name, external_customer_id, id, properties:map, source, timestamp",
        ["DtoWalletResponse"] = "alert_settings:obj, alert_state:enum, auto_topup:obj, balance, config:obj, conversion_rate, created_at, created_by, credit_balance, credits_available_breakdown:obj, currency, customer_id, description, environment_id, id, metadata:map, name, status:enum, tenant_id, topup_conversion_rate, updated_at, updated_by, wallet_status:enum, wallet_type:enum",
        ["DtoSecretResponse"] = "created_at, display_id, expires_at, id, last_used_at, name, provider:enum, roles:arr, status:enum, type:enum, updated_at, user_type:enum",
        ["DtoCreateAPIKeyResponse"] = "api_key, secret:obj",
        ["DtoInvoiceResponse"] = "adjustment_amount, amount_due, amount_paid, amount_remaining, billing_period, billing_reason, billing_sequence:n, coupon_applications:arr, created_at, created_by, currency, customer:obj, customer_id, description, due_date, environment_id, finalized_at, id, idempotency_key, invoice_number, invoice_pdf_url, invoice_status:enum, invoice_type:enum, line_items:arr, metadata:map, overpaid_amount, paid_at, payment_status:enum, period_end, period_start, refunded_amount, status:enum, subscription:obj, subscription_id, subtotal, taxes:arr, tenant_id, total, total_discount, total_prepaid_credits_applied, total_tax, updated_at, updated_by, version:n, voided_at",
        ["DtoInvoiceLineItemResponse"] = "amount, commitment_info:obj, created_at, created_by, currency, customer_id, display_name, entity_id, entity_type, environment_id, id, invoice_id, invoice_level_discount, line_item_discount, metadata:map, meter_display_name, meter_id, period_end, period_start, plan_display_name, prepaid_credits_applied, price_id, price_type, price_unit, price_unit_amount, price_unit_id, quantity, status:enum, subscription_id, tenant_id, updated_at, updated_by, usage_analytics:arr, usage_breakdown:arr",
        ["DTOWorkflowExecutionDTO"] = "close_time, created_by, duration_ms:n, entity, entity_id, run_id, start_time, status, task_queue, total_duration, workflow_id, workflow_type",
        ["DtoEntityIntegrationMappingResponse"] = "created_at, created_by, entity_id, entity_type:enum, environment_id, id, provider_entity_id, provider_type, status:enum, tenant_id, updated_at, updated_by",
        ["ErrorsErrorDetail"] = "internal_error, message",
        // Our own additions, in the same way.
        ["Deletion"] = "id, customer_id, parent_deletion_id, state:enum, plan_digest, edges:arr, recipients:arr, usage_events_erased:n, requested_by, created_at, cleaned_at, scrubbed_at, announced_at, told_at, completed_at, retained_until, updated_at, environment_id, tenant_id",
        ["Edge"] = "edge, action, source:enum, count:n, money:arr, rows:arr",
        ["Money"] = "currency, amount",
        ["Row"] = "table, effect:enum, count:n",
        ["Plan"] = "customer_id, intent:enum, deletable:b, digest, customers:arr, edges:arr, recipients:arr, blockers:arr, erased:arr, kept:arr",
        ["PlannedCustomer"] = "id, parent_customer_id, depth:n",
        ["Blocker"] = "edge, count:n, message, fix, ids:arr",
        ["Kept"] = "table, count:n, ground, until",
        ["Policy"] = "deletions_per_hour:n, edges:arr",
        ["EdgePolicy"] = "edge, default, allowed_overrides:arr, actions:arr",
        ["Recipient"] = "id, provider, action:enum, state:enum, money:obj, attempts:n, next_attempt_at, last_error_class, evidence, reason, created_at, closed_at",
        ["RecipientCount"] = "provider, action:enum, count:n",
        ["RetentionPolicy"] = "years:n",
        ["OurInvoice"] = "bill_to:obj, deletion_id, issuing_country, payments:arr, retained_until, written_off_at",
        ["BillTo"] = "name, email, address_line1, address_line2, address_city, address_state, address_postal_code, address_country",
        ["Payment"] = "id, amount, recorded_at",
        ["Message"] = "message",
    };

    private static readonly Dictionary<string, string> Nested = new(StringComparer.Ordinal)
    {
        ["pagination"] = "PaginationResponse",
        ["customer"] = "DtoCustomerResponse",
        ["parent_customer"] = "DtoCustomerResponse",
        ["line_items"] = "SubscriptionSubscriptionLineItem",
        ["events"] = "DtoEvent",
        ["secret"] = "DtoSecretResponse",
        ["money"] = "Money",
        ["rows"] = "Row",
        ["erased"] = "Row",
        ["kept"] = "Kept",
        ["blockers"] = "Blocker",
        ["customers"] = "PlannedCustomer",
        ["edges"] = "Edge",
        ["bill_to"] = "BillTo",
        ["payments"] = "Payment",
    };

    private static readonly string[] Times = ["created_at", "updated_at", "start_date", "end_date", "current_period_start", "current_period_end", "cancel_at", "cancelled_at", "billing_anchor", "timestamp", "effective_date", "processed_at", "expires_at", "cleaned_at", "scrubbed_at", "told_at", "completed_at", "retained_until", "until", "announced_at", "closed_at", "next_attempt_at", "recorded_at", "written_off_at", "finalized_at", "due_date", "paid_at", "period_start", "period_end", "voided_at", "start_time", "close_time"];

    /// <summary>Everything in which an answer differs from its declaration.</summary>
    /// <param name="type">The declared type.</param>
    /// <param name="node">The answer.</param>
    /// <param name="items">The declared type of the entries of a list.</param>
    /// <param name="path">Where in the answer.</param>
    public static IEnumerable<string> Defects(string type, JsonNode? node, string items = "", string path = "$")
    {
        if (node is not JsonObject body)
        {
            return [$"{path} is no object"];
        }

        return Declared[type].Split(", ").SelectMany(key =>
        {
            var (name, kind) = key.Split(':') is [var text, var marked] ? (text, marked) : (key, "text");
            return body.TryGetPropertyValue(name, out var value) ? DefectsOf(type, name, kind, value, items, $"{path}.{name}") : [$"{path}.{name} is absent"];
        });
    }

    private static IEnumerable<string> DefectsOf(string type, string name, string kind, JsonNode? value, string items, string path)
    {
        if (value is null)
        {
            return [];
        }

        var nested = (type, name) switch
        {
            (_, "items") => items,
            ("Policy", "edges") => "EdgePolicy",
            ("DtoInvoiceResponse", "line_items") => "DtoInvoiceLineItemResponse",
            ("Plan", "recipients") => "RecipientCount",
            ("Deletion", "recipients") => "Recipient",
            _ => Nested.GetValueOrDefault(name, ""),
        };
        var fits = (kind, value.GetValueKind()) switch
        {
            ("n", JsonValueKind.Number) or ("b", JsonValueKind.True or JsonValueKind.False) => true,
            ("text" or "enum", JsonValueKind.String) => !Times.Contains(name) || IsUtc(value.GetValue<string>()),
            ("map", JsonValueKind.Object) => value.AsObject().All(pair => pair.Value?.GetValueKind() == JsonValueKind.String),
            ("obj", JsonValueKind.Object) or ("arr", JsonValueKind.Array) => true,
            _ => false,
        };
        if (!fits)
        {
            return [$"{path} is no {kind}: {value.ToJsonString()}"];
        }

        return nested.Length == 0 ? [] : value is JsonArray array
            ? array.SelectMany((entry, index) => Defects(nested, entry, path: $"{path}[{index}]"))
            : kind == "obj" ? Defects(nested, value, path: path) : [];
    }

    private static bool IsUtc(string text) => text.EndsWith('Z') && DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _);
}
