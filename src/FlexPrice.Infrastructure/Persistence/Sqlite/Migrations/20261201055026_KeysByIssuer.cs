using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlexPrice.Infrastructure.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class KeysByIssuer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_api_keys_tenant_id_environment_id_created_by",
                table: "api_keys",
                columns: new[] { "tenant_id", "environment_id", "created_by" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_api_keys_tenant_id_environment_id_created_by",
                table: "api_keys");
        }
    }
}
