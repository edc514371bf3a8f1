using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlexPrice.Infrastructure.Persistence.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(SqlServerSetUp.ReadVersions, suppressTransaction: true);

            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    action = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    subject_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    detail = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    actor_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    occurred_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.tenant_id, x.environment_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "cascade_policies",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edges = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    deletions_per_hour = table.Column<int>(type: "int", nullable: false, defaultValue: 100),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    external_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    external_id_hash = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    contact = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true, collation: "Latin1_General_100_BIN2"),
                    timezone = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    metadata = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    parent_customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    address_city = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    address_country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    address_line1 = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    address_line2 = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    address_postal_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    address_state = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customers", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_customers_customers_tenant_id_environment_id_parent_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.parent_customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deletions",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    parent_deletion_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    plan_digest = table.Column<string>(type: "nvarchar(71)", maxLength: 71, nullable: false, collation: "Latin1_General_100_BIN2"),
                    edges = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    cleaned_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    scrubbed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    announced_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    open_recipients = table.Column<int>(type: "int", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    retained_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    usage_events_erased = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    external_id_hash = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    raised_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fences", x => new { x.tenant_id, x.environment_id, x.external_id_hash });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_records",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    key_hash = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    fingerprint = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reference = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_records", x => new { x.tenant_id, x.environment_id, x.key_hash });
                });

            migrationBuilder.CreateTable(
                name: "invoice_counters",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                    name = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false, collation: "Latin1_General_100_BIN2"),
                    value = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2")
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
                        .Annotation("SqlServer:Identity", "1, 1"),
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    message_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    reaction = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    lane = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    line = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ordering_key = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    event_name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false, collation: "Latin1_General_100_BIN2"),
                    payload = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    occurred_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    lease_token = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    leased_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    last_error = table.Column<string>(type: "nvarchar(256)", maxLength: 256, nullable: true, collation: "Latin1_General_100_BIN2"),
                    given_up_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_messages", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "retention_policies",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    years = table.Column<int>(type: "int", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tenants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "usage_events",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    subject_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    event_id_hash = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    event_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    timestamp = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    numeric_properties = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "varbinary(max)", nullable: false),
                    ingested_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usage_events", x => new { x.tenant_id, x.environment_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "integration_mappings",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    provider_type = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    provider_entity_id_hash = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    wrapped_key = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "varbinary(max)", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_integration_mappings", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_integration_mappings_customers_tenant_id_environment_id_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "legal_holds",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    ground = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    placed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    invoicing_customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    parent_subscription_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    plan_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    billing_period = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    billing_period_count = table.Column<int>(type: "int", nullable: false),
                    start_date = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    end_date = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    current_period_start = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    current_period_end = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    cancel_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    cancel_at_period_end = table.Column<bool>(type: "bit", nullable: false),
                    cancelled_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ends_because_archived = table.Column<bool>(type: "bit", nullable: false),
                    metadata = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                        name: "fk_subscriptions_customers_tenant_id_environment_id_invoicing_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.invoicing_customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_subscriptions_subscriptions_tenant_id_environment_id_parent_subscription_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.parent_subscription_id },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "usage_subjects",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    external_id_hash = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: true, collation: "Latin1_General_100_BIN2"),
                    customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    wrapped_key = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_usage_subjects", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_usage_subjects_customers_tenant_id_environment_id_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wallets",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    description = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    type = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    credit_balance = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    conversion_rate = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    balance = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    metadata = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    workflow_type = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    started_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    deletion_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    provider = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    wanted_action = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    state = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "varbinary(max)", nullable: true),
                    wrapped_key = table.Column<byte[]>(type: "varbinary(max)", nullable: true),
                    amount = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: true),
                    currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: true, collation: "Latin1_General_100_BIN2"),
                    attempts = table.Column<int>(type: "int", nullable: false),
                    next_attempt_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    last_error_class = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: true, collation: "Latin1_General_100_BIN2"),
                    evidence = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    waive_reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    type = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    customer_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    subscription_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    deletion_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    payment_status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    type = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    billing_reason = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    invoice_number = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    currency = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false, collation: "Latin1_General_100_BIN2"),
                    period_start = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    period_end = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    due_date = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    finalized_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    voided_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    paid_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    written_off_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    issuing_country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: true, collation: "Latin1_General_100_BIN2"),
                    description = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false, collation: "Latin1_General_100_BIN2"),
                    metadata = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2"),
                    retention_years = table.Column<int>(type: "int", nullable: true),
                    retained_until = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    amount_due = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    amount_paid = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    amount_remaining = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    subtotal = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    total_tax = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    total = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    bill_to_email = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    bill_to_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    bill_to_city = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    bill_to_country = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false, collation: "Latin1_General_100_BIN2"),
                    bill_to_line1 = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    bill_to_line2 = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    bill_to_postal_code = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false, collation: "Latin1_General_100_BIN2"),
                    bill_to_state = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                        name: "fk_invoices_subscriptions_tenant_id_environment_id_subscription_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.subscription_id },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "subscription_line_items",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    subscription_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    price_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    display_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    quantity = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_subscription_line_items", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_subscription_line_items_subscriptions_tenant_id_environment_id_subscription_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.subscription_id },
                        principalTable: "subscriptions",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wallet_transactions",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    wallet_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    type = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    credit_amount = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    credit_balance_before = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    credit_balance_after = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wallet_transactions", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_wallet_transactions_wallets_tenant_id_environment_id_wallet_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.wallet_id },
                        principalTable: "wallets",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    type = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    key_hash = table.Column<string>(type: "nvarchar(43)", maxLength: 43, nullable: false, collation: "Latin1_General_100_BIN2"),
                    display_id = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    roles = table.Column<string>(type: "nvarchar(max)", nullable: false, collation: "Latin1_General_100_BIN2"),
                    status = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false, collation: "Latin1_General_100_BIN2"),
                    expires_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    is_bootstrap = table.Column<bool>(type: "bit", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    created_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    updated_by = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
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
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    invoice_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    position = table.Column<int>(type: "int", nullable: false),
                    amount = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    quantity = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    display_name = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false, collation: "Latin1_General_100_BIN2"),
                    price_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: true, collation: "Latin1_General_100_BIN2"),
                    period_start = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    period_end = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    metadata = table.Column<string>(type: "nvarchar(max)", nullable: true, collation: "Latin1_General_100_BIN2")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_line_items", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_invoice_line_items_invoices_tenant_id_environment_id_invoice_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.invoice_id },
                        principalTable: "invoices",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_payments",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    invoice_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    amount = table.Column<decimal>(type: "decimal(28,9)", precision: 28, scale: 9, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_payments", x => new { x.tenant_id, x.environment_id, x.id });
                    table.ForeignKey(
                        name: "fk_invoice_payments_invoices_tenant_id_environment_id_invoice_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.invoice_id },
                        principalTable: "invoices",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sealed_documents",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    environment_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    invoice_id = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false, collation: "Latin1_General_100_BIN2"),
                    wrapped_key = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    content = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sealed_documents", x => new { x.tenant_id, x.environment_id, x.invoice_id });
                    table.ForeignKey(
                        name: "fk_sealed_documents_invoices_tenant_id_environment_id_invoice_id",
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
                name: "ix_customers_tenant_id_environment_id_external_id_hash1",
                table: "customers",
                columns: new[] { "tenant_id", "environment_id", "external_id_hash" });

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
                name: "ix_integration_mappings_tenant_id_environment_id_customer_id_provider_type",
                table: "integration_mappings",
                columns: new[] { "tenant_id", "environment_id", "customer_id", "provider_type" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_integration_mappings_tenant_id_environment_id_provider_entity_id_hash",
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
                name: "ix_subscription_line_items_tenant_id_environment_id_subscription_id",
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
                name: "ix_subscriptions_tenant_id_environment_id_parent_subscription_id",
                table: "subscriptions",
                columns: new[] { "tenant_id", "environment_id", "parent_subscription_id" });

            migrationBuilder.CreateIndex(
                name: "ix_usage_events_tenant_id_environment_id_event_id_hash_subject_id",
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
                unique: true,
                filter: "[external_id_hash] IS NOT NULL");

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
