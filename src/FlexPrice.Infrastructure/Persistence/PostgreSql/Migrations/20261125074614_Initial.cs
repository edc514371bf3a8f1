using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FlexPrice.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    action = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    subject_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    detail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    actor_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.tenant_id, x.environment_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "cascade_policies",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    edges = table.Column<string>(type: "jsonb", nullable: false),
                    deletions_per_hour = table.Column<int>(type: "integer", nullable: false, defaultValue: 100),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cascade_policies", x => new { x.tenant_id, x.environment_id });
                });

            migrationBuilder.CreateTable(
                name: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    external_id = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    external_id_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    email = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    contact = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    timezone = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    metadata = table.Column<string>(type: "jsonb", nullable: true),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    parent_customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    address_city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    address_country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    address_line1 = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    address_line2 = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    address_postal_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    address_state = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_customers_customers_tenant_id_environment_id_parent_custome",
                        columns: x => new { x.tenant_id, x.environment_id, x.parent_customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deletions",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    parent_deletion_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    plan_digest = table.Column<string>(type: "character varying(71)", maxLength: 71, nullable: false),
                    edges = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    cleaned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    scrubbed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    announced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    open_recipients = table.Column<int>(type: "integer", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retained_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    usage_events_erased = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deletions", x => new { x.tenant_id, x.environment_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "fences",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    external_id_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fences", x => new { x.tenant_id, x.environment_id, x.external_id_hash });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_records",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    key_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    reference = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_records", x => new { x.tenant_id, x.environment_id, x.key_hash });
                });

            migrationBuilder.CreateTable(
                name: "invoice_counters",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    last_number = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_counters", x => new { x.tenant_id, x.environment_id });
                });

            migrationBuilder.CreateTable(
                name: "key_checks",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_key_checks", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "outbox_messages",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    message_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    reaction = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    lane = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    line = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    ordering_key = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    event_name = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    lease_token = table.Column<string>(type: "text", nullable: true),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    given_up_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "retention_policies",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    years = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_policies", x => new { x.tenant_id, x.environment_id });
                });

            migrationBuilder.CreateTable(
                name: "tenants",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "usage_events",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    subject_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    event_id_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    event_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    timestamp = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    numeric_properties = table.Column<string>(type: "jsonb", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    ingested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usage_events", x => new { x.tenant_id, x.environment_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "integration_mappings",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    provider_type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    provider_entity_id_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integration_mappings", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_integration_mappings_customers_tenant_id_environment_id_cus",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_holds",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    ground = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_holds", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_legal_holds_customers_tenant_id_environment_id_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscriptions",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    invoicing_customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    parent_subscription_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    plan_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    billing_period = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    billing_period_count = table.Column<int>(type: "integer", nullable: false),
                    start_date = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    end_date = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    current_period_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    current_period_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cancel_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    cancel_at_period_end = table.Column<bool>(type: "boolean", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ends_because_archived = table.Column<bool>(type: "boolean", nullable: false),
                    metadata = table.Column<string>(type: "jsonb", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscriptions", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_subscriptions_customers_tenant_id_environment_id_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscriptions_customers_tenant_id_environment_id_invoicing_",
                        columns: x => new { x.tenant_id, x.environment_id, x.invoicing_customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscriptions_subscriptions_tenant_id_environment_id_parent",
                        columns: x => new { x.tenant_id, x.environment_id, x.parent_subscription_id },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "usage_subjects",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    external_id_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: true),
                    customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usage_subjects", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_usage_subjects_customers_tenant_id_environment_id_customer_",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wallets",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    description = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    type = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    credit_balance = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    conversion_rate = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    balance = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    metadata = table.Column<string>(type: "jsonb", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wallets", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_wallets_customers_tenant_id_environment_id_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "workflows",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    workflow_type = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_workflows", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_workflows_customers_tenant_id_environment_id_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "recipients",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    deletion_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    provider = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    wanted_action = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    state = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: true),
                    amount = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error_class = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    evidence = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    waive_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipients", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_recipients_deletions_tenant_id_environment_id_deletion_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.deletion_id },
                        principalTable: "deletions",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "environments",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    type = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_environments", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_environments_tenants_tenant_id",
                        column: x => x.tenant_id,
                        principalTable: "tenants",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoices",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    subscription_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    deletion_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    payment_status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    type = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    billing_reason = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    invoice_number = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    period_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    period_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_date = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    finalized_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    voided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    written_off_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    issuing_country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: true),
                    description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    metadata = table.Column<string>(type: "jsonb", nullable: true),
                    retention_years = table.Column<int>(type: "integer", nullable: true),
                    retained_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    amount_due = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    amount_paid = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    amount_remaining = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    subtotal = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    total_tax = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    total = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    bill_to_email = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    bill_to_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    bill_to_city = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    bill_to_country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    bill_to_line1 = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    bill_to_line2 = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    bill_to_postal_code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    bill_to_state = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoices", x => new { x.tenant_id, x.environment_id, x.id });
                    table.CheckConstraint("ck_invoices_owned_or_retained", "(customer_id IS NOT NULL AND deletion_id IS NULL) OR (customer_id IS NULL AND deletion_id IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_invoices_customers_tenant_id_environment_id_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoices_deletions_tenant_id_environment_id_deletion_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.deletion_id },
                        principalTable: "deletions",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invoices_subscriptions_tenant_id_environment_id_subscriptio",
                        columns: x => new { x.tenant_id, x.environment_id, x.subscription_id },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_line_items",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    subscription_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    price_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    display_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_line_items", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_subscription_line_items_subscriptions_tenant_id_environment",
                        columns: x => new { x.tenant_id, x.environment_id, x.subscription_id },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wallet_transactions",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    wallet_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    type = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    credit_amount = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    credit_balance_before = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    credit_balance_after = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    reason = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wallet_transactions", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_wallet_transactions_wallets_tenant_id_environment_id_wallet",
                        columns: x => new { x.tenant_id, x.environment_id, x.wallet_id },
                        principalTable: "wallets",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    type = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    key_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    display_id = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    roles = table.Column<string>(type: "jsonb", nullable: false),
                    status = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_bootstrap = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    updated_by = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_keys", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_api_keys_environments_tenant_id_environment_id",
                        columns: x => new { x.tenant_id, x.environment_id },
                        principalTable: "environments",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_line_items",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    invoice_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    quantity = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    display_name = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    price_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    period_start = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    period_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    metadata = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_line_items", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_invoice_line_items_invoices_tenant_id_environment_id_invoic",
                        columns: x => new { x.tenant_id, x.environment_id, x.invoice_id },
                        principalTable: "invoices",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_payments",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    invoice_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    amount = table.Column<decimal>(type: "numeric(28,9)", precision: 28, scale: 9, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_payments", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_invoice_payments_invoices_tenant_id_environment_id_invoice_",
                        columns: x => new { x.tenant_id, x.environment_id, x.invoice_id },
                        principalTable: "invoices",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sealed_documents",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    invoice_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_documents", x => new { x.tenant_id, x.environment_id, x.invoice_id });
                    table.ForeignKey(
                        name: "fk_sealed_documents_invoices_tenant_id_environment_id_invoice_",
                        columns: x => new { x.tenant_id, x.environment_id, x.invoice_id },
                        principalTable: "invoices",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_api_keys_key_hash",
                table: "api_keys",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_environment_id_created_at_id",
                table: "customers",
                columns: new[] { "tenant_id", "environment_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_environment_id_external_id_hash",
                table: "customers",
                columns: new[] { "tenant_id", "environment_id", "external_id_hash" },
                unique: true,
                filter: "status = 'published'");

            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_environment_id_parent_customer_id",
                table: "customers",
                columns: new[] { "tenant_id", "environment_id", "parent_customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_deletions_tenant_id_environment_id_created_at_id",
                table: "deletions",
                columns: new[] { "tenant_id", "environment_id", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_deletions_tenant_id_environment_id_created_by_created_at",
                table: "deletions",
                columns: new[] { "tenant_id", "environment_id", "created_by", "created_at" },
                filter: "parent_deletion_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_deletions_tenant_id_environment_id_customer_id",
                table: "deletions",
                columns: new[] { "tenant_id", "environment_id", "customer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_deletions_tenant_id_environment_id_scrubbed_at",
                table: "deletions",
                columns: new[] { "tenant_id", "environment_id", "scrubbed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_fences_tenant_id_environment_id_expires_at",
                table: "fences",
                columns: new[] { "tenant_id", "environment_id", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "ix_integration_mappings_tenant_id_environment_id_customer_id_p",
                table: "integration_mappings",
                columns: new[] { "tenant_id", "environment_id", "customer_id", "provider_type" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_integration_mappings_tenant_id_environment_id_provider_enti",
                table: "integration_mappings",
                columns: new[] { "tenant_id", "environment_id", "provider_entity_id_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoice_line_items_tenant_id_environment_id_invoice_id",
                table: "invoice_line_items",
                columns: new[] { "tenant_id", "environment_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoice_payments_tenant_id_environment_id_invoice_id",
                table: "invoice_payments",
                columns: new[] { "tenant_id", "environment_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_environment_id_customer_id",
                table: "invoices",
                columns: new[] { "tenant_id", "environment_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_environment_id_deletion_id",
                table: "invoices",
                columns: new[] { "tenant_id", "environment_id", "deletion_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_environment_id_invoice_number",
                table: "invoices",
                columns: new[] { "tenant_id", "environment_id", "invoice_number" },
                unique: true,
                filter: "invoice_number IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_environment_id_retained_until",
                table: "invoices",
                columns: new[] { "tenant_id", "environment_id", "retained_until" },
                filter: "deletion_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invoices_tenant_id_environment_id_subscription_id",
                table: "invoices",
                columns: new[] { "tenant_id", "environment_id", "subscription_id" });

            migrationBuilder.CreateIndex(
                name: "ix_legal_holds_tenant_id_environment_id_customer_id",
                table: "legal_holds",
                columns: new[] { "tenant_id", "environment_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_given_up_at",
                table: "outbox_messages",
                column: "given_up_at");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_lane_due_at",
                table: "outbox_messages",
                columns: new[] { "lane", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_messages_line_ordering_key_sequence",
                table: "outbox_messages",
                columns: new[] { "line", "ordering_key", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_recipients_tenant_id_environment_id_deletion_id",
                table: "recipients",
                columns: new[] { "tenant_id", "environment_id", "deletion_id" });

            migrationBuilder.CreateIndex(
                name: "ix_subscription_line_items_tenant_id_environment_id_subscripti",
                table: "subscription_line_items",
                columns: new[] { "tenant_id", "environment_id", "subscription_id" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_tenant_id_environment_id_cancel_at",
                table: "subscriptions",
                columns: new[] { "tenant_id", "environment_id", "cancel_at" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_tenant_id_environment_id_customer_id",
                table: "subscriptions",
                columns: new[] { "tenant_id", "environment_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_tenant_id_environment_id_end_date",
                table: "subscriptions",
                columns: new[] { "tenant_id", "environment_id", "end_date" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_tenant_id_environment_id_invoicing_customer_id",
                table: "subscriptions",
                columns: new[] { "tenant_id", "environment_id", "invoicing_customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_subscriptions_tenant_id_environment_id_parent_subscription_",
                table: "subscriptions",
                columns: new[] { "tenant_id", "environment_id", "parent_subscription_id" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_events_tenant_id_environment_id_event_id_hash_subject",
                table: "usage_events",
                columns: new[] { "tenant_id", "environment_id", "event_id_hash", "subject_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_usage_events_tenant_id_environment_id_subject_id_timestamp",
                table: "usage_events",
                columns: new[] { "tenant_id", "environment_id", "subject_id", "timestamp" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_events_tenant_id_environment_id_timestamp",
                table: "usage_events",
                columns: new[] { "tenant_id", "environment_id", "timestamp" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_subjects_tenant_id_environment_id_customer_id",
                table: "usage_subjects",
                columns: new[] { "tenant_id", "environment_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_subjects_tenant_id_environment_id_external_id_hash",
                table: "usage_subjects",
                columns: new[] { "tenant_id", "environment_id", "external_id_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wallet_transactions_tenant_id_environment_id_wallet_id",
                table: "wallet_transactions",
                columns: new[] { "tenant_id", "environment_id", "wallet_id" });

            migrationBuilder.CreateIndex(
                name: "ix_wallets_tenant_id_environment_id_customer_id",
                table: "wallets",
                columns: new[] { "tenant_id", "environment_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_wallets_tenant_id_environment_id_customer_id_currency_type",
                table: "wallets",
                columns: new[] { "tenant_id", "environment_id", "customer_id", "currency", "type" },
                unique: true,
                filter: "status = 'active'");

            migrationBuilder.CreateIndex(
                name: "ix_workflows_tenant_id_environment_id_customer_id",
                table: "workflows",
                columns: new[] { "tenant_id", "environment_id", "customer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "cascade_policies");

            migrationBuilder.DropTable(
                name: "fences");

            migrationBuilder.DropTable(
                name: "idempotency_records");

            migrationBuilder.DropTable(
                name: "integration_mappings");

            migrationBuilder.DropTable(
                name: "invoice_counters");

            migrationBuilder.DropTable(
                name: "invoice_line_items");

            migrationBuilder.DropTable(
                name: "invoice_payments");

            migrationBuilder.DropTable(
                name: "key_checks");

            migrationBuilder.DropTable(
                name: "legal_holds");

            migrationBuilder.DropTable(
                name: "outbox_messages");

            migrationBuilder.DropTable(
                name: "recipients");

            migrationBuilder.DropTable(
                name: "retention_policies");

            migrationBuilder.DropTable(
                name: "sealed_documents");

            migrationBuilder.DropTable(
                name: "subscription_line_items");

            migrationBuilder.DropTable(
                name: "usage_events");

            migrationBuilder.DropTable(
                name: "usage_subjects");

            migrationBuilder.DropTable(
                name: "wallet_transactions");

            migrationBuilder.DropTable(
                name: "workflows");

            migrationBuilder.DropTable(
                name: "environments");

            migrationBuilder.DropTable(
                name: "invoices");

            migrationBuilder.DropTable(
                name: "wallets");

            migrationBuilder.DropTable(
                name: "tenants");

            migrationBuilder.DropTable(
                name: "deletions");

            migrationBuilder.DropTable(
                name: "subscriptions");

            migrationBuilder.DropTable(
                name: "customers");
        }
    }
}
