using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FlexPrice.Infrastructure.Persistence.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DeletionLineage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_deletions_tenant_id_environment_id_created_by_created_at",
                table: "deletions");

            migrationBuilder.AddColumn<string>(
                name: "lineage_id",
                table: "deletions",
                type: "character varying(50)",
                maxLength: 50,
                nullable: true);

            // What was asked for within the last hour still counts.
            migrationBuilder.Sql($"UPDATE deletions SET lineage_id = created_by WHERE parent_deletion_id IS NULL AND created_at > '{TimeProvider.System.GetUtcNow().AddHours(-1):O}'");

            migrationBuilder.CreateIndex(
                name: "ix_deletions_tenant_id_environment_id_lineage_id_created_at",
                table: "deletions",
                columns: new[] { "tenant_id", "environment_id", "lineage_id", "created_at" },
                filter: "lineage_id IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_deletions_tenant_id_environment_id_lineage_id_created_at",
                table: "deletions");

            migrationBuilder.DropColumn(
                name: "lineage_id",
                table: "deletions");

            migrationBuilder.CreateIndex(
                name: "ix_deletions_tenant_id_environment_id_created_by_created_at",
                table: "deletions",
                columns: new[] { "tenant_id", "environment_id", "created_by", "created_at" },
                filter: "parent_deletion_id IS NULL");
        }
    }
}
