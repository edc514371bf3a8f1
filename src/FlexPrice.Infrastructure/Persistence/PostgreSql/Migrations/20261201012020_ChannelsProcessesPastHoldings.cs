using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlexPrice.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ChannelsProcessesPastHoldings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "channels",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_channels", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "past_holdings",
                columns: table => new
                {
                    tenant_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    environment_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    external_id_hash = table.Column<string>(type: "character varying(43)", maxLength: 43, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    customer_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    deletion_id = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    is_resumed = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_past_holdings", x => new { x.tenant_id, x.environment_id, x.external_id_hash, x.ended_at });
                    table.ForeignKey(
                        name: "fk_past_holdings_customers_tenant_id_environment_id_customer_id",
                        columns: x => new { x.tenant_id, x.environment_id, x.customer_id },
                        principalTable: "customers",
                        principalColumns: new[] { "tenant_id", "environment_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "processes",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<string>(type: "character varying(128)", maxLength: 128, nullable: false),
                    serves = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    fingerprints = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_processes", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_past_holdings_tenant_id_environment_id_customer_id",
                table: "past_holdings",
                columns: new[] { "tenant_id", "environment_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_past_holdings_tenant_id_environment_id_deletion_id",
                table: "past_holdings",
                columns: new[] { "tenant_id", "environment_id", "deletion_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "channels");

            migrationBuilder.DropTable(
                name: "past_holdings");

            migrationBuilder.DropTable(
                name: "processes");
        }
    }
}
