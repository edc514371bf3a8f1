using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlexPrice.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class CustomersByExternalId : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_customers_tenant_id_environment_id_external_id_hash1",
                table: "customers",
                columns: new[] { "tenant_id", "environment_id", "external_id_hash" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_customers_tenant_id_environment_id_external_id_hash1",
                table: "customers");
        }
    }
}
